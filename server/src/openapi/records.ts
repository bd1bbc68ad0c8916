import { type TSchema, Type } from 'typebox'
import { SCOPES } from '../domain/api-key-scopes.js'
import { PAYMENT_PROVIDERS } from '../domain/payments/providers.js'
import {
  AffiliateOverview,
  AffiliateProgram,
  FriendsOverview,
  FriendsProgram,
  NewsletterProgram,
} from './overviews.js'

/*
 * What answers hold. These schemas describe and are held against real answers by the tests; answers
 * are not made by them.
 */

const Text = Type.String()
const Flag = Type.Boolean()
const Count = Type.Integer({ minimum: 0 })
const Amount = Type.Number({ description: 'In whole units: 99.99.' })
const Time = Type.String({
  description: 'UTC, ISO 8601 with microseconds: 2025-05-09T17:42:13.000000Z.',
  pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}Z$',
})
const Day = Type.String({ pattern: '^\\d{4}-\\d\\d-\\d\\d$' })
const orNull = (schema: TSchema) => Type.Union([schema, Type.Null()])
const Unit = Type.String({ description: 'An ISO 4217 code, or the name of another unit.' })

/** An empty map is an empty list, as PHP writes it and as clients expect it. */
const mapOrEmpty = (member: TSchema) =>
  Type.Union([
    Type.Unsafe<Record<string, unknown>>({ type: 'object', additionalProperties: member }),
    Type.Array(Type.Unknown(), { maxItems: 0 }),
  ])

const EmptyList = Type.Array(Type.Unknown(), { maxItems: 0 })
const Tags = Type.Array(Type.Object({ value: Text }))
const Links = Type.Array(Text)
const Sums = Type.Array(Type.Object({ currency: Text, amount: Amount }))
const Flags = Type.Array(Type.Enum(['self_referral', 'same_address']), {
  description: 'Why to look at who is credited; a flag changes nothing by itself.',
})
const Product = Type.Object({
  product_id: Type.Optional(Type.Unknown()),
  product_type: Type.Optional(Type.Unknown()),
})

const PartnerRow = Type.Object({
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

const Partner = Type.Object({
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

const Customer = Type.Object({
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

const FriendRow = Type.Object({
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

const Friend = Type.Object({
  ...FriendRow.properties,
  referring_customer: orNull(
    Type.Object({ ...FriendRow.properties, referring_customer: Type.Null() }),
  ),
  referrals_count: Count,
  referral_links: Links,
})

const Reward = Type.Object({
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

const Transaction = Type.Object({
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

const BalanceSum = Type.Object({ amount: Amount, amount_units: Unit, is_currency: Flag })

const Coupon = Type.Object({
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

const personOf = (nameField: string) =>
  Type.Union([Type.Object({ id: Text, [nameField]: Text }), EmptyList])

const NewsletterReward = Type.Object({
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

const PublicReferrer = Type.Object({ key: Text, name: orNull(Text) })

const ApiKey = Type.Object({
  id: Text,
  name: Text,
  scopes: Type.Array(Type.Enum([...SCOPES])),
  created_at: Time,
  expires_at: orNull(Time),
  last_used_at: orNull(Time),
})

/** By the name that the document and its readers use. */
export const records = {
  AffiliateOverview,
  AffiliateProgram,
  ApiKey,
  NewApiKey: Type.Object({
    ...ApiKey.properties,
    api_key: Type.String({ description: 'Shown this once.' }),
  }),
  Balance: Type.Object({
    customer: Type.Unsafe<object>({ $ref: '#/components/schemas/Friend' }),
    balance: Type.Union([
      Type.Object({
        currency: Type.Optional(Type.Array(BalanceSum)),
        credit: Type.Optional(Type.Array(BalanceSum)),
      }),
      EmptyList,
    ]),
  }),
  CommissionRule: Type.Object({
    id: Text,
    name: Text,
    beneficiary: Text,
    commission: Type.String({ description: 'A share, 30%, or an amount, 5.00.' }),
    currency: orNull(Text),
    sales: Text,
    months: Type.Union([Count, Type.Literal('lifetime')]),
    hold_days: Count,
    partner: orNull(Type.Object({ id: Text, key: Text })),
    product_id: orNull(Text),
    product_type: orNull(Text),
    created_at: Time,
    updated_at: Time,
  }),
  Coupon,
  Customer,
  Friend,
  FriendRow,
  FriendsOverview,
  FriendsProgram,
  FriendStats: Type.Object({
    clicks: Count,
    referrals: Count,
    signups: Count,
    sales: Count,
    paid_accounts: Count,
    referral_link: Text,
    sharing_links: Type.Object({
      email: Text,
      facebook: Text,
      linkedin: Text,
      whatsapp: Text,
      x: Text,
    }),
  }),
  Invitation: Type.Object({
    ...Friend.properties,
    personalization: mapOrEmpty(Type.Unknown()),
    is_mail_sent: Flag,
  }),
  Lead: Type.Object({
    id: Count,
    status: Type.Enum(['submitted', 'converted', 'rejected']),
    created_at: Day,
    lead_info: Type.Object({ name: Text, email: Text }),
    converted_to: orNull(Type.Object({ key: Text, name: orNull(Text), email: orNull(Text) })),
    submitter: orNull(Type.Object({ id: Text, name: orNull(Text), email: orNull(Text) })),
    submission_form: Type.Array(Type.Object({ question: Text, answer: Type.Unknown() })),
    can_be_converted: Flag,
    can_be_rejected: Flag,
  }),
  LeadForm: Type.Object({
    leads_enabled: Type.Enum(['true', 'false']),
    program_leads_commission_type: Text,
    leads_commission: Type.Object({ currency: Text, commission: Amount, commission_type: Text }),
    leads_custom_form_fields: Type.Array(Type.Unsafe<object>({ type: 'object' })),
  }),
  LinkDomain: Type.Object({
    id: orNull(Text),
    domain: Text,
    url: Text,
    is_additional: Flag,
  }),
  NewsletterProgram,
  NewsletterReward,
  Partner,
  PartnerRow,
  PaymentProvider: Type.Object({
    provider: Type.Enum([...PAYMENT_PROVIDERS]),
    webhook_url: Type.String({ description: 'What to enter at the provider.' }),
    created_at: Time,
    updated_at: Time,
    last_event_at: orNull(Time),
  }),
  PayoutRequest: Type.Object({
    id: Count,
    status: Text,
    partner: orNull(Type.Object({ id: Text, key: Text, email: Text, name: orNull(Text) })),
    amount: Amount,
    amount_units: Unit,
    gateway: orNull(Text),
    payout_settings: mapOrEmpty(Type.Unknown()),
    reward_ids: Type.Array(Text),
    created_at: Time,
    updated_at: Time,
    paid_at: orNull(Time),
  }),
  PromotionCode: Type.Object({
    code: Text,
    first_time_order: Flag,
    limit_to_specific_partner: Flag,
    coupon_specific_partners: personOf('full_name'),
    limit_to_specific_customer: Flag,
    coupon_specific_customers: personOf('customer_full_name'),
    limit_to_specific_subscriber: Flag,
    coupon_specific_subscribers: personOf('subscriber_full_name'),
    minimum_order_status: Flag,
    minimum_order_value: orNull(Amount),
    expiration_date_status: Flag,
    expiration_date_value: orNull(Time),
    redemption_times_status: Flag,
    redemption_times_value: orNull(Count),
    times_redeemed: Count,
    metadata: mapOrEmpty(Type.Unknown()),
    coupon: orNull(Type.Unsafe<object>({ $ref: '#/components/schemas/Coupon' })),
    created_at: Time,
    updated_at: Time,
  }),
  PublicCustomer: Type.Object({ key: Text, id: Text, partner: orNull(PublicReferrer) }),
  PublicProgram: Type.Object({
    public_id: Text,
    name: Text,
    type: Type.Enum(['affiliate', 'refer_a_friend', 'newsletter']),
    settings: Type.Unsafe<object>({ type: 'object' }),
  }),
  ReferralLink: Type.Object({
    id: Text,
    key: Text,
    url: Text,
    default: Type.Boolean({ description: "Whether its key is its owner's own." }),
    domain_id: orNull(Text),
    is_additional: Flag,
    direct_tracking: Flag,
    direct_tracking_redirect: Flag,
    direct_tracking_redirect_url: orNull(Text),
    partner: Type.Optional(orNull(Type.String({ description: 'Affiliate: the id of the owner.' }))),
    customer: Type.Optional(
      orNull(Type.String({ description: 'Refer-a-friend: the id of the owner.' })),
    ),
  }),
  Referrer: Type.Object({ partner: orNull(PublicReferrer) }),
  Resent: Type.Object({ resent: Count }),
  Reward,
  Settings: Type.Object({
    parameter: Text,
    query_params: Type.Array(Text),
    url_format: Type.Enum(['query', 'link']),
    cookie_lifetime: Type.Union([Count, Type.Literal('lifetime')]),
    attribution: Type.Enum(['last_click', 'first_click']),
    cookie_domain: orNull(Text),
    strict_attribution: Flag,
    transaction_based_attribution: Flag,
    coupon_attribution: Text,
    commission: Type.Union([Text, Amount]),
    commission_sales: Text,
    commission_months: Type.Union([Count, Type.Literal('lifetime')]),
    hold_days: Count,
    domains: Links,
    visitor_hashes: Flag,
    lead_retention_days: Type.Union([Count, Type.Literal('forever')]),
    click_retention_days: Type.Union([Count, Type.Literal('forever')]),
    webhook_log_days: Count,
  }),
  SignInUrl: Type.Object({ url: Text, sign_in_url: Text, expires_at: Time }),
  Subscriber: Type.Object({
    id: Text,
    key: Text,
    name: orNull(Text),
    email: Text,
    is_referred: Flag,
    tos: Flag,
    marketing_consent: Flag,
    status: Type.Enum(['Active', 'Rejected', 'Suspended']),
    approved: Flag,
    portal_link: Text,
    share_link: Text,
    referrals_count: Count,
    reward: Type.Array(Type.Object({ ...NewsletterReward.properties, rewarded_at: Time })),
    created_at: Time,
    updated_at: Time,
    deleted_at: Type.Null(),
  }),
  Test: Type.Object({
    program: Type.Object({
      pub_id: Text,
      public_id: Text,
      name: Text,
      type: Type.Enum(['affiliate', 'refer_a_friend', 'newsletter']),
      website: Text,
    }),
  }),
  Transaction,
  Webhook: Type.Object({
    key: Text,
    name: Text,
    url: Text,
    is_active: Flag,
    signature: Type.String({ description: 'The secret that messages are signed with.' }),
    events: Type.Array(Text),
    notice: orNull(Type.String({ description: 'Why it was disabled.' })),
    created_at: Time,
    updated_at: Time,
  }),
  WebhookDelivery: Type.Object({
    id: Text,
    event: Text,
    status: Type.Enum(['pending', 'delivered', 'failed']),
    created_at: Time,
    next_attempt_at: orNull(Time),
    attempts: Type.Array(Type.Unsafe<object>({ type: 'object' })),
    data: Type.Unsafe<object>({ type: 'object' }),
  }),
} satisfies Record<string, TSchema>

export type RecordName = keyof typeof records
