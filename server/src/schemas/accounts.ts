import { type Static, Type } from 'typebox'

export const SignInBody = Type.Object({
  email: Type.String({ minLength: 1, maxLength: 254 }),
  password: Type.String({ minLength: 1, maxLength: 1024 }),
})

export type SignInBody = Static<typeof SignInBody>

export const ProgramBody = Type.Object({
  name: Type.String({ minLength: 1, maxLength: 255 }),
  website: Type.String({ maxLength: 250, description: 'where referral links lead' }),
  type: Type.Enum(['affiliate', 'refer_a_friend', 'newsletter']),
  currency: Type.Optional(Type.String({ description: 'of ISO 4217; USD if not given' })),
  commission: Type.Optional(
    Type.String({ description: 'of each sale, "30%" or "5.00"; 30% if not given' }),
  ),
})
