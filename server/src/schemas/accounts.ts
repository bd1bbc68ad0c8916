import { type Static, Type } from 'typebox'

export const SignInBody = Type.Object({
  email: Type.String({ minLength: 1, maxLength: 254 }),
  password: Type.String({ minLength: 1, maxLength: 1024 }),
})

export type SignInBody = Static<typeof SignInBody>
