import { type TSchema, Type } from 'typebox'
import { SCOPES } from '../domain/api-keys/api-key-scopes.js'

/* What records are made of, and the records that others hold. */

export const Text = Type.String()
export const Flag = Type.Boolean()
export const Count = Type.Integer({ minimum: 0 })
export const Amount = Type.Number({ description: 'In whole units: 99.99.' })
export const Time = Type.String({
  description: 'UTC, ISO 8601 with microseconds: 2025-05-09T17:42:13.000000Z.',
  pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}Z$',
})
export const Day = Type.String({ pattern: '^\\d{4}-\\d\\d-\\d\\d$' })
export const orNull = (schema: TSchema) => Type.Union([schema, Type.Null()])
export const Unit = Type.String({ description: 'An ISO 4217 code, or the name of another unit.' })

/** An empty map is an empty list, as PHP writes it and as clients expect it. */
export const mapOrEmpty = (member: TSchema) =>
  Type.Union([
    Type.Unsafe<Record<string, unknown>>({ type: 'object', additionalProperties: member }),
    Type.Array(Type.Unknown(), { maxItems: 0 }),
  ])

export const EmptyList = Type.Array(Type.Unknown(), { maxItems: 0 })
export const Tags = Type.Array(Type.Object({ value: Text }))
export const Links = Type.Array(Text)
export const Sums = Type.Array(Type.Object({ currency: Text, amount: Amount }))
export const Flags = Type.Array(Type.Enum(['self_referral', 'same_address']), {
  description: 'Why to look at who is credited; a flag changes nothing by itself.',
})
export const Product = Type.Object({
  product_id: Type.Optional(Type.Unknown()),
  product_type: Type.Optional(Type.Unknown()),
})

export const PartnerRow = Type.Object({
  id: Text,
  key: Type.String({ description: "Of the partner's first referral link." }),
  email: Text,
  name: orNull(Text),
  surname: orNull(Text),
  tos: Flag,
  approved: Flag,
  status: Type.Enum(['active', 'pending', 'rejected', 'archived', 'deleted']),
  custom_fields: EmptyList,
  tags: Tags,
  referral_link: Text,
  created_at: Time,
  updated_at: Time,
})

export const Partner = Type.Object({
  ...PartnerRow.properties,
  referrals_count: Count,
  referral_links: Links,
  referrals: Type.Object({
    clicks: Count,
    signups: Count,
    revenue: Sums,
    sales_count: Count,
    paid_accounts: Count,
  }),
  commissions: Type.Object({ paid: Sums, pending: Sums, not_paid: Sums }),
  custom_field_values: EmptyList,
})

export const Customer = Type.Object({
  id: Text,
  key: Text,
  partner: orNull(Type.String({ description: 'The id of who gets the credit.' })),
  deleted: Flag,
  name: orNull(Text),
  surname: orNull(Text),
  email: orNull(Text),
  status: Text,
  created_at: Time,
  updated_at: Time,
  deleted_at: orNull(Time),
  tags: Tags,
  flags: Flags,
})

export const FriendRow = Type.Object({
  id: Text,
  key: Type.String({ description: 'Public: it stands in the referral link.' }),
  email: orNull(Text),
  name: orNull(Text),
  surname: orNull(Text),
  tos: Flag,
  approved: Flag,
  status: Text,
  custom_fields: EmptyList,
  metadata: Type.Unsafe<object>({ type: 'object', additionalProperties: true }),
  referral_link: Text,
  flags: Flags,
  created_at: Time,
  updated_at: Time,
})

export const Friend = Type.Object({
  ...FriendRow.properties,
  referring_customer: orNull(
    Type.Object({ ...FriendRow.properties, referring_customer: Type.Null() }),
  ),
  referrals_count: Count,
  referral_links: Links,
})

export const Reward = Type.Object({
  id: Text,
  key: Type.String({ description: 'Of the transaction, where it is for one.' }),
  action: Text,
  status: Type.Enum(['ok', 'reversed']),
  state: Type.Enum(['pending', 'approved', 'paid', 'reversed']),
  beneficiary: Type.Enum(['referrer', 'customer']),
  amount: Amount,
  amount_units: Unit,
  reversed_amount: Amount,
  is_currency: Flag,
  credit: Flag,
  commission_rule: orNull(Text),
  note: orNull(Text),
  partner: Type.Optional(orNull(Text)),
  customer: orNull(Text),
  referred_customer: Type.Optional(orNull(Text)),
  created_at: Time,
  approved_at: Time,
  paid_at: orNull(Time),
  deleted_at: orNull(Time),
  product_type_data: Product,
})

export const Transaction = Type.Object({
  key: Text,
  action: Text,
  status: Text,
  amount: Amount,
  refunded_amount: Amount,
  gross_amount: orNull(Amount),
  discount_amount: orNull(Amount),
  discount_code: orNull(Text),
  partner: Type.Optional(orNull(Type.String({ description: 'Affiliate: the id.' }))),
  customer: orNull(
    Type.String({
      description: 'Affiliate: who bought, by key. Refer-a-friend: who referred, by id.',
    }),
  ),
  referred_customer: Type.Optional(
    orNull(Type.String({ description: 'Refer-a-friend: who bought, by id.' })),
  ),
  credit: Flag,
  is_currency: Flag,
  amount_units: Unit,
  created_at: Time,
  archived_at: orNull(Time),
  deleted_at: orNull(Time),
  rewards: Type.Array(Type.Unsafe<object>({ $ref: '#/components/schemas/Reward' })),
})

export const BalanceSum = Type.Object({ amount: Amount, amount_units: Unit, is_currency: Flag })

export const Coupon = Type.Object({
  id: Count,
  name: Text,
  uuid_code: Text,
  active: Flag,
  coupon_discount_type: Type.Enum(['percent', 'static']),
  coupon_discount_amount: Amount,
  coupon_duration_type: Text,
  coupon_duration_value: orNull(Count),
  redemption_specific_date_status: Flag,
  redemption_specific_date_value: orNull(Time),
  redemption_times_status: Flag,
  redemption_times_value: orNull(Count),
  metadata: mapOrEmpty(Type.Unknown()),
  additional_info: EmptyList,
  times_redeemed: Count,
  created_at: Time,
  updated_at: Time,
  deleted_at: Type.Null(),
})

export const personOf = (nameField: string) =>
  Type.Union([Type.Object({ id: Text, [nameField]: Text }), EmptyList])

export const NewsletterReward = Type.Object({
  id: Count,
  name: Text,
  description: orNull(Text),
  status: Text,
  type: Text,
  subscriber_count: Count,
  subscribers_count: Count,
  fulfillment_type: orNull(Text),
  fulfillment_type_name: orNull(Text),
  fulfillment_value: orNull(Text),
  times_triggered: Type.Optional(Count),
  created_at: Time,
  updated_at: Time,
})

export const PublicReferrer = Type.Object({ key: Text, name: orNull(Text) })

export const ApiKey = Type.Object({
  id: Text,
  name: Text,
  scopes: Type.Array(Type.Enum([...SCOPES])),
  created_at: Time,
  expires_at: orNull(Time),
  last_used_at: orNull(Time),
})

export const ProgramSummary = Type.Object({
  public_id: Text,
  name: Text,
  type: Type.Enum(['affiliate', 'refer_a_friend', 'newsletter']),
  website: Text,
  currency: Text,
})
