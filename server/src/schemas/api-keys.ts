import { Type } from 'typebox'
import { SCOPES } from '../domain/api-keys/api-key-scopes.js'

export const ApiKeyBody = Type.Object({
  name: Type.String({ minLength: 1, maxLength: 255 }),
  scopes: Type.Optional(
    Type.Array(Type.Enum([...SCOPES]), {
      minItems: 1,
      description: 'What the key is good for; read and write if not given.',
    }),
  ),
  expires_at: Type.Optional(
    Type.Unsafe<unknown>({ description: 'Unix time or ISO 8601; never if not given.' }),
  ),
})
