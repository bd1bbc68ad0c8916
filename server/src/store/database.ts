import type { Generated, Insertable, Selectable } from 'kysely'
import type { FigureTables } from './figure-tables.js'
import type { SideTables } from './side-tables.js'

/**
 * All tables, as rows look to the code on every database: whole numbers are `number`, and `bigint`
 * where the column's name ends in `_micros`. Every table is led by `program_id`, so that a program's
 * rows lie together and can be moved to a shard of their own.
 *
 * - `…_at` is in integer milliseconds since the epoch, UTC.
 * - `…_micros` is an exact amount in millionths of the unit beside it.
 * - `uid` is our own UUID v7; `id` and `key` are what the outside calls a record.
 */
export interface Database extends SideTables, FigureTables {
  program: ProgramTable
  api_key: ApiKeyTable
  partner: PartnerTable
  referral_link: ReferralLinkTable
  click: ClickTable
  customer: CustomerTable
  transaction: TransactionTable
  reward: RewardTable
  balance_entry: BalanceEntryTable
  commission_rule: CommissionRuleTable
  numbering: NumberingTable
  link_domain: LinkDomainTable
  payout_request: PayoutRequestTable
  payout_entry: PayoutEntryTable
  sign_in_token: SignInTokenTable
  webhook: WebhookTable
  webhook_delivery: WebhookDeliveryTable
  payment_provider: PaymentProviderTable
  payment_event: PaymentEventTable
  payment_reference: PaymentReferenceTable
  payment: PaymentTable
  payer: PayerTable
  daily_salt: DailySaltTable
  sign_up_address: SignUpAddressTable
}

export type ProgramType = 'affiliate' | 'refer_a_friend' | 'newsletter'

interface ProgramTable {
  /** The public id: 8 characters A–Z and 0–9, a letter first. */
  program_id: string
  name: string
  /** Where referral links lead: `https://shop.example`. */
  website: string
  type: ProgramType
  /** Name in the query (`?aff=KEY`) or segment of the path (`/aff/KEY`). */
  parameter: string
  /** JSON: an array of further names in the query. */
  query_params: Generated<string>
  url_format: 'query' | 'link'
  /** `null`: as long as browsers allow. */
  cookie_lifetime_days: number | null
  attribution: 'last_click' | 'first_click'
  /** `null`: the widest that the browser accepts. */
  cookie_domain: string | null
  /** ISO 4217. */
  currency: string
  commission_type: 'percent' | 'fixed'
  /** Millionths of one per cent, or of one unit of the currency. */
  commission_micros: bigint
  commission_sales: Generated<'every' | 'first'>
  /** For how long after a customer's first sale; `null` for ever. */
  commission_months: number | null
  /** How long a reward waits, in case the sale is taken back, before it may be paid out. */
  hold_days: Generated<number>
  /** Whether an unknown partner is an error (400) instead of a polite refusal (200). */
  strict_attribution: Generated<0 | 1>
  /** Whether a sale may name the partner who gets the credit for it alone. */
  transaction_based_attribution: Generated<0 | 1>
  /** Whether the partner whose code a sale used gets the credit: for ever, or instead of another. */
  coupon_attribution: Generated<'never' | 'when_unattributed' | 'always'>
  /** JSON: `{ program_settings: { name: boolean }, portal_settings: { name: boolean } }`. */
  switches: Generated<string>
  /** Whether address and browser of a visitor are kept as hashes for a day. */
  visitor_hashes: Generated<0 | 1>
  /** After which leads that were converted or rejected are deleted; `null` for never. */
  lead_retention_days: number | null
  /** After which clicks are deleted; figures go on counting them. `null` for never. */
  click_retention_days: number | null
  /** After which messages that are done with are deleted. */
  webhook_log_days: Generated<number>
  created_at: number
  updated_at: number
}

interface ApiKeyTable {
  program_id: string
  /** SHA-256 of the whole key, in hexadecimal. */
  hash: string
  /** What the key goes by where it is listed and revoked. */
  id: string
  name: string
  /** JSON: an array of `Scope`. */
  scopes: string
  expires_at: number | null
  /** To the minute. */
  last_used_at: number | null
  created_at: number
}

interface PartnerTable {
  program_id: string
  uid: string
  id: string
  /** The key of the partner's first referral link. */
  key: string
  email: string
  /** `email` in lower case, by which it is found and unique. */
  email_folded: string
  name: string | null
  surname: string | null
  /** Of all but the active ones, links credit nobody and sales earn nothing. */
  status: 'active' | 'pending' | 'rejected' | 'archived' | 'deleted'
  /** JSON: an array of strings. */
  tags: string
  /** scrypt, as `domain/hash-password.ts` writes it. */
  password_hash: Generated<string | null>
  /** JSON: `{ gateway, payout_settings }` as they were last used. */
  payout: Generated<string | null>
  created_at: number
  updated_at: number
  deleted_at: Generated<number | null>
}

/** The one namespace of referral keys in a program, whoever owns them. */
interface ReferralLinkTable {
  program_id: string
  key: string
  /** `uid` of a partner (affiliate) or of a customer (refer-a-friend). */
  owner_uid: string
  /** Of the domain that the link leads to; `null` for the program's website. */
  domain_number: Generated<number | null>
  is_additional: Generated<0 | 1>
  direct_tracking: Generated<0 | 1>
  direct_tracking_redirect: Generated<0 | 1>
  direct_tracking_redirect_url: Generated<string | null>
  created_at: number
}

interface ClickTable {
  program_id: string
  /** UUID v7 made in the browser. */
  id: string
  key: string
  /** `uid` of the partner or customer whose key this was; `null` when it was nobody's. */
  referrer_uid: string | null
  url: string
  referrer: string
  session: string
  /** By the clock of the browser. */
  at: number
  received_at: number
  /** Of a bot, or of a browser that a program drives: no figure counts it. */
  is_bot: Generated<0 | 1>
  /** The same for one visitor within one day; see `domain/visitor-hash.ts`. */
  visitor_hash: Generated<string | null>
}

interface CustomerTable {
  program_id: string
  uid: string
  id: string
  key: string
  email: string | null
  /** `email` in lower case, by which it is found and unique. */
  email_folded: string | null
  name: string | null
  surname: string | null
  /** JSON: an array of strings. */
  tags: string
  /** JSON: an object. */
  metadata: string
  /** Who gets the credit: `uid` of a partner or of another customer; `null` for nobody. */
  referrer_uid: string | null
  /** Who told us first; what a back end said, a browser cannot change. */
  source: 'browser' | 'api'
  /** 0 while `id` and `key` are stand-ins of ours, because only an e-mail address was known. */
  is_named: 0 | 1
  /** Sales of an archived customer earn nothing. */
  status: Generated<'active' | 'archived' | 'deleted'>
  /** JSON: an array of `Flag`, why the merchant may want to look at the credit. */
  flags: Generated<string>
  created_at: number
  updated_at: number
  deleted_at: Generated<number | null>
}

interface TransactionTable {
  program_id: string
  uid: string
  key: string
  /** Who bought. */
  customer_uid: string
  /** Who got the credit when it was recorded. */
  referrer_uid: string | null
  action: string
  amount_micros: bigint
  /** ISO 4217, or the name of a unit where `is_currency` is 0. */
  amount_units: string
  is_currency: 0 | 1
  /** JSON: `{ product_id?, product_type? }` as they were sent. */
  product: string
  /** As it was sent; it decides nothing. */
  status: Generated<string | null>
  gross_micros: Generated<bigint | null>
  discount_micros: Generated<bigint | null>
  discount_code: Generated<string | null>
  /** What the buyer got back, of `amount_micros`. */
  refunded_micros: Generated<bigint>
  created_at: number
  archived_at: Generated<number | null>
  deleted_at: number | null
}

/** What somebody earned: by a sale, one per beneficiary, or because the merchant says so. */
interface RewardTable {
  program_id: string
  uid: string
  transaction_uid: string | null
  /** The referrer, or the buyer where the program rewards both sides. */
  beneficiary_uid: string
  /** The commission rule that it was paid by; `null` for the program's own commission. */
  rule_uid: string | null
  amount_micros: bigint
  amount_units: string
  /** How much of it was taken back, for the sale was. */
  reversed_micros: bigint
  note: string | null
  created_at: number
  /** When it may be paid out; in the future while it is on hold. */
  approved_at: number
  paid_at: number | null
  /** When all of it was taken back. */
  reversed_at: number | null
}

/** The ledger: a balance is the sum of its entries, and an entry never changes. */
interface BalanceEntryTable {
  program_id: string
  uid: string
  beneficiary_uid: string
  kind: 'reward' | 'reversal' | 'restoration' | 'credit' | 'payout' | 'rounding'
  /** What the entry is about, and which entry about it this is: 0 for the first. */
  reward_uid: string | null
  step: number | null
  /** The payout that `payout` and `rounding` belong to. */
  payout_number: number | null
  /** Negative where something is taken back or paid out. */
  amount_micros: bigint
  amount_units: string
  is_currency: 0 | 1
  created_at: number
}

/** An exception from what the program pays; the most specific one that fits a sale counts. */
interface CommissionRuleTable {
  program_id: string
  uid: string
  name: string
  beneficiary: 'referrer' | 'customer'
  commission_type: ProgramTable['commission_type']
  commission_micros: bigint
  /** Of a fixed commission, as it was when the rule was made. */
  currency: string
  commission_sales: 'every' | 'first'
  commission_months: number | null
  hold_days: number
  /** `null` in these three: any. */
  partner_uid: string | null
  product_id: string | null
  product_type: string | null
  created_at: number
  updated_at: number
}

/** The last number given to a record of each kind that is known by a whole number. */
interface NumberingTable {
  program_id: string
  name: string
  last: number
}

/** A further website of the merchant: links may lead to it, and the script tracks there, too. */
interface LinkDomainTable {
  program_id: string
  number: number
  website: string
  created_at: number
}

interface PayoutRequestTable {
  program_id: string
  number: number
  partner_uid: string
  amount_units: string
  gateway: 'paypal' | 'crypto' | 'venmo' | 'wise' | null
  /** JSON: an object, by gateway. */
  payout_settings: string
  status: 'requested' | 'approved' | 'finished' | 'rejected'
  created_at: number
  updated_at: number
  paid_at: number | null
}

/** Which entries of the ledger a payout pays; no entry is paid twice. */
interface PayoutEntryTable {
  program_id: string
  entry_uid: string
  payout_number: number
}

/** Opens the partner portal once. */
interface SignInTokenTable {
  program_id: string
  /** SHA-256 of the token, in hexadecimal. */
  hash: string
  partner_uid: string
  expires_at: number
}

interface WebhookTable {
  program_id: string
  uid: string
  key: string
  name: string
  url: string
  /** The secret that messages are signed with: 32 letters and digits. */
  signature: string
  /** JSON: an array of event names. */
  events: string
  is_active: 0 | 1
  /** Why we switched it off ourselves. */
  notice: string | null
  /** When it last took a message. */
  reached_at: number | null
  created_at: number
  updated_at: number
}

/** The outbox: one message to one webhook, kept after it was sent as a log. */
interface WebhookDeliveryTable {
  program_id: string
  /** Also what receivers know the message by. */
  uid: string
  webhook_uid: string
  event: string
  /** JSON: the record that the event is about, as it was then. */
  data: string
  status: 'pending' | 'delivered' | 'failed'
  /** JSON: an array of `WebhookAttempt`, the log. */
  attempts: string
  created_at: number
  /** Attempts since it was last sent anew, all of which failed. */
  failed_in_row: number
  /** The first of those. */
  first_attempt_at: number | null
  /** `null` when nothing is left to do; while it is being sent, when another process may try. */
  next_attempt_at: number | null
}

/** A payment provider that reports to a program, and the secret by which its reports are known. */
interface PaymentProviderTable {
  program_id: string
  provider: PaymentProvider
  secret: string
  created_at: number
  updated_at: number
  last_event_at: number | null
}

/** What a provider reported, once however often it did. */
interface PaymentEventTable {
  program_id: string
  provider: PaymentProvider
  /** The provider's. */
  id: string
  type: string
  /** What came of it, in one sentence. */
  outcome: string
  received_at: number
}

/** The names under which a provider speaks of one payment: a charge, its intent, its invoice. */
interface PaymentReferenceTable {
  program_id: string
  provider: PaymentProvider
  reference: string
  /** The one of them that `payment` goes by. */
  payment: string
}

/** What is known of a payment, whether its sale or its refund was reported first. */
interface PaymentTable {
  program_id: string
  provider: PaymentProvider
  /** Once the sale is recorded, the key of the transaction. */
  payment: string
  /** What was paid, tax included; `null` while only a refund was reported. */
  total_micros: bigint | null
  /** What went back so far, tax included. */
  refunded_micros: bigint
}

/** Who a provider's customer is. */
interface PayerTable {
  program_id: string
  provider: PaymentProvider
  /** The provider's id: `cus_…`. */
  reference: string
  /** `null` while nobody of ours is known by it. */
  customer_uid: string | null
  email: string | null
  name: string | null
}

/** The salt of a day's hashes, which is thrown away when the day is over. */
interface DailySaltTable {
  program_id: string
  /** Days since the epoch. */
  day: number
  salt: string
}

/** From where somebody signed up; for a day, as long as the hash says anything. */
interface SignUpAddressTable {
  program_id: string
  address_hash: string
  customer_uid: string
  referrer_uid: string | null
  created_at: number
}

export type PaymentProvider = 'stripe' | 'paddle' | 'paddle-classic' | 'chargebee'

export type ProgramRow = Selectable<ProgramTable>
export type ApiKeyRow = Selectable<ApiKeyTable>
export type PaymentProviderRow = Selectable<PaymentProviderTable>
export type PaymentEventRow = Selectable<PaymentEventTable>
export type PaymentRow = Selectable<PaymentTable>
export type PayerRow = Selectable<PayerTable>
export type PartnerRow = Selectable<PartnerTable>
export type ReferralLinkRow = Selectable<ReferralLinkTable>
export type ClickRow = Selectable<ClickTable>
export type CustomerRow = Selectable<CustomerTable>
export type TransactionRow = Selectable<TransactionTable>
export type CommissionRuleRow = Selectable<CommissionRuleTable>
export type LinkDomainRow = Selectable<LinkDomainTable>
export type PayoutRequestRow = Selectable<PayoutRequestTable>
export type RewardRow = Selectable<RewardTable>
export type BalanceEntryRow = Selectable<BalanceEntryTable>
export type NewCustomerRow = Insertable<CustomerTable>
export type SignUpAddressRow = Selectable<SignUpAddressTable>
export type WebhookRow = Selectable<WebhookTable>
export type WebhookDeliveryRow = Selectable<WebhookDeliveryTable>
