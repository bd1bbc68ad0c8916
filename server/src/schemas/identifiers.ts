import { Type } from 'typebox'
import { EMAIL_PATTERN } from '../domain/people/is-email.js'

/** 1 to 255 characters, none of them a control character. */
export const Key = Type.String({
  minLength: 1,
  maxLength: 255,
  pattern: '^\\P{Cc}*$',
  description: 'free of control characters',
})

export const Email = Type.String({
  maxLength: 254,
  pattern: EMAIL_PATTERN,
  description: 'an e-mail address, such as jane@example.com',
})

/** RFC 9562, section 5.7. */
export const UuidV7 = Type.String({
  pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$',
  description: 'a UUID of version 7 in lower case',
})

/** A person's name, first or last. */
export const Name = Type.String({ maxLength: 255 })

export const Tags = Type.Array(Type.String({ maxLength: 255 }), { maxItems: 100 })

/** `/…/:id`, where any identifier of the record will do. */
export const RecordPath = Type.Object({ id: Type.String() })
