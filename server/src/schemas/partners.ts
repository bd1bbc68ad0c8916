import { Type } from 'typebox'
import { Email, Key, Name, Tags } from './identifiers.js'
import { SearchQuery } from './search-query.js'

export const Password = Type.String({
  maxLength: 255,
  pattern: '^(?=.*\\p{Ll})(?=.*\\p{Lu})(?=.*\\d).{8,}$',
  description: '8 characters or more, among them a lower and an upper case letter and a digit',
})

export const PartnerBody = Type.Object({
  email: Email,
  id: Type.Optional(Key),
  key: Type.Optional(Key),
  name: Type.Optional(Name),
  surname: Type.Optional(Name),
  password: Type.Optional(Password),
  tags: Type.Optional(Tags),
  approved: Type.Optional(Type.Boolean({ description: 'false: waits for approval' })),
})

const changes = {
  email: Type.Optional(Email),
  id: Type.Optional(Key),
  key: Type.Optional(Key),
  name: Type.Optional(Name),
  surname: Type.Optional(Name),
  password: Type.Optional(Password),
  tags: Type.Optional(Tags),
}

/** The changes below `update`, or beside what identifies the partner. */
export const PartnerUpdate = Type.Object({
  ...changes,
  update: Type.Optional(Type.Object(changes)),
})

/** Filters of the list; the state is the one that a partner's record names. */
export const PartnersQuery = Type.Object({
  ...SearchQuery.properties,
  status: Type.Optional(Type.Enum(['active', 'pending', 'rejected', 'archived'])),
})

export const RewardBody = Type.Object({
  amount: Type.Unsafe<unknown>({ description: '25 or "25.00", in the currency of the program' }),
  date: Type.Optional(Type.Unsafe<unknown>({ description: 'Unix time or ISO 8601' })),
  note: Type.Optional(Type.String({ maxLength: 1000 })),
})

export const SignInUrlBody = Type.Object({
  id: Type.Optional(Key),
  key: Type.Optional(Key),
  email: Type.Optional(Type.String({ maxLength: 254 })),
  expires_in: Type.Optional(
    Type.Integer({ minimum: 30, maximum: 900, description: 'Seconds; 120 if not given.' }),
  ),
})
