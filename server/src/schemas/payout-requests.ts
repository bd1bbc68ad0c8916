import { Type } from 'typebox'
import { Key } from './identifiers.js'
import { PageQuery } from './page-query.js'
import { Reference } from './person.js'

const Text = Type.String({ minLength: 1, maxLength: 255 })

export const GATEWAYS = ['paypal', 'crypto', 'venmo', 'wise'] as const

const PayoutSettings = Type.Object({
  username: Type.Optional(Text),
  address: Type.Optional(Text),
  name: Type.Optional(Text),
  tax_id: Type.Optional(Text),
  wallet_address: Type.Optional(Text),
  type: Type.Optional(Text),
  recipient_type: Type.Optional(Type.Enum(['USER_HANDLE', 'EMAIL', 'PHONE'])),
  user_handle: Type.Optional(Text),
  email: Type.Optional(Text),
  phone: Type.Optional(Text),
})

/** Where payouts go from now on. */
export const PayoutMeans = Type.Object({
  gateway: Type.Enum(GATEWAYS),
  payout_settings: PayoutSettings,
})

export const PayoutBody = Type.Object({
  partner: Reference,
  amount_units: Type.String({
    pattern: '^[A-Za-z]{3}$',
    description: 'a currency of ISO 4217, such as USD',
  }),
  gateway: Type.Optional(Type.Enum(GATEWAYS)),
  payout_settings: Type.Optional(PayoutSettings),
  reward_ids: Type.Optional(Type.Array(Key, { maxItems: 1000 })),
})

export const PayoutsSearch = Type.Object({
  ...PageQuery.properties,
  partner_id: Type.Optional(Type.String()),
  partner_key: Type.Optional(Type.String()),
  partner_email: Type.Optional(Type.String()),
  status: Type.Optional(
    Type.Enum([
      'requested',
      'approved',
      'finished',
      'rejected',
      'resubmit_requested',
      'resubmitted',
    ]),
  ),
  amount_units: Type.Optional(Type.String()),
})

export const PayoutPath = Type.Object({ id: Type.Integer({ minimum: 1 }) })
