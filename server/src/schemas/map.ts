import { type TSchema, Type } from 'typebox'

/** An object; the empty one also as an empty array, which is how PHP writes it. */
export const mapOf = (member: TSchema, description: string) =>
  Type.Unsafe<Record<string, unknown>>({
    anyOf: [
      { type: 'object', additionalProperties: member },
      { type: 'array', maxItems: 0 },
    ],
    description,
  })

/** Whatever a merchant wants to keep beside a record. */
export const Metadata = mapOf(Type.Unknown(), 'an object of your own')
