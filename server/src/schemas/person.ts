import { Type } from 'typebox'
import { Email, Key, Name, Tags } from './identifiers.js'

/** A partner or a customer, named by any of the three; `id` comes first, then `key`. */
export const Reference = Type.Object({
  id: Type.Optional(Key),
  key: Type.Optional(Key),
  email: Type.Optional(Type.String({ maxLength: 254 })),
})

/** What a back end tells of a customer. */
export const Person = Type.Object({
  id: Type.Optional(Key),
  key: Type.Optional(Key),
  email: Type.Optional(Email),
  name: Type.Optional(Name),
  surname: Type.Optional(Name),
  tags: Type.Optional(Tags),
  metadata: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
})

/** Who referred a customer: `partner` in an affiliate program, `referring_customer` among friends. */
export const Referral = Type.Object({
  partner: Type.Optional(Reference),
  referring_customer: Type.Optional(Reference),
})

/** The link that a customer came by, from which the referrer is read where none is named. */
export const LinkOption = Type.Object({
  referral_url: Type.Optional(Type.String({ maxLength: 2048 })),
})
