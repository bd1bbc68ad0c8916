import { Type } from 'typebox'
import { Email, Key, Name, UuidV7 } from './identifiers.js'

export const ProgramPath = Type.Object({ program_id: Type.String() })

export const ClickBody = Type.Object({
  id: UuidV7,
  key: Key,
  url: Type.String(),
  referrer: Type.String(),
  session: Type.String({ maxLength: 255 }),
  at: Type.Integer({ minimum: 0, description: 'Milliseconds since the epoch.' }),
  automated: Type.Optional(
    Type.Boolean({
      description: 'Whether a program drives the browser, as `navigator.webdriver`.',
    }),
  ),
})

export const SignUpBody = Type.Object({
  id: UuidV7,
  data: Type.Object({
    id: Type.Optional(Key),
    key: Type.Optional(Key),
    email: Type.Optional(Email),
    name: Type.Optional(Name),
    surname: Type.Optional(Name),
  }),
  key: Type.Optional(Key),
  session: Type.Optional(Type.String({ maxLength: 255 })),
  url: Type.Optional(Type.String()),
})

export const ReferralsQuery = Type.Object({
  key: Type.Optional(Type.String({ ...Key, description: 'of a customer, for the link alone' })),
})

export const ReferrerBody = Type.Object({
  email: Email,
  key: Type.Optional(Key),
  url: Type.Optional(Type.String()),
})
