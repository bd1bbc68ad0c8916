import { Type } from 'typebox'
import { Email, Name } from './identifiers.js'
import { Password } from './partners.js'
import { PayoutMeans } from './payout-requests.js'

const PersonName = Type.String({ minLength: 1, maxLength: 255 })

export const SignUpBody = Type.Object({
  email: Email,
  name: PersonName,
  surname: Type.Optional(Name),
  password: Type.Optional(Password),
})

export const SignInLinkBody = Type.Object({ email: Email })

export const SignInBody = Type.Object({
  email: Email,
  password: Type.String({ minLength: 1, maxLength: 255 }),
})

export const TokenBody = Type.Object({ token: Type.String({ minLength: 1, maxLength: 255 }) })

export const ProfileBody = Type.Object({
  name: Type.Optional(PersonName),
  surname: Type.Optional(Name),
  password: Type.Optional(Password),
  payout: Type.Optional(PayoutMeans),
})

const Day = Type.String({
  pattern: '^\\d{4}-\\d\\d-\\d\\d$',
  description: 'a day such as 2026-11-21',
})

export const PeriodQuery = Type.Object({ from: Type.Optional(Day), to: Type.Optional(Day) })

export const NewLinkBody = Type.Object({
  key: Type.String({
    pattern: '^[A-Za-z\\d][A-Za-z\\d._-]{2,63}$',
    description: '3 to 64 letters, digits, dots, hyphens or underscores',
  }),
  domain_id: Type.Optional(Type.Integer({ minimum: 1 })),
})

export const LinkPath = Type.Object({ key: Type.String() })

export const PayoutRequestBody = Type.Object({
  amount_units: Type.String({
    pattern: '^[A-Za-z]{3}$',
    description: 'a currency of ISO 4217, such as USD',
  }),
})
