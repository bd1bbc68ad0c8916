import type { Generated, Selectable } from 'kysely'
import type { AccountTables } from './account-tables.js'
import type { FigureTables } from './figure-tables.js'
import type { MailTables } from './mail-tables.js'
import type { MoneyTables } from './money-tables.js'
import type { PaymentTables } from './payment-tables.js'
import type { SideTables } from './side-tables.js'
import type { WebhookTables } from './webhook-tables.js'

export type { AccountRow, SessionRow } from './account-tables.js'
export type { MailRow } from './mail-tables.js'
export type {
  BalanceEntryRow,
  CommissionRuleRow,
  PayoutRequestRow,
  RewardRow,
} from './money-tables.js'
export type {
  PayerRow,
  PaymentEventRow,
  PaymentProvider,
  PaymentProviderRow,
  PaymentRow,
} from './payment-tables.js'
export type { WebhookDeliveryRow, WebhookRow } from './webhook-tables.js'

/**
 * All tables, as rows look to the code on every database: whole numbers are `number`, and `bigint`
 * where the column's name ends in `_micros`. Every table but those of accounts is led by `program_id`, so
 * that a program's rows lie together and can be moved to a shard of their own.
 *
 * - `…_at` is in integer milliseconds since the epoch, UTC.
 * - `…_micros` is an exact amount in millionths of the unit beside it.
 * - `uid` is our own UUID v7; `id` and `key` are what the outside calls a record.
 */
export interface Database
  extends AccountTables,
    FigureTables,
    MailTables,
    MoneyTables,
    PaymentTables,
    SideTables,
    WebhookTables {
  program: ProgramTable
  api_key: ApiKeyTable
  partner: PartnerTable
  referral_link: ReferralLinkTable
  click: ClickTable
  customer: CustomerTable
  transaction: TransactionTable
  numbering: NumberingTable
  link_domain: LinkDomainTable
  sign_in_token: SignInTokenTable
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
  /** Whether visitors have to agree first: all, or those whose browser sends Global Privacy Control. */
  consent: Generated<'not_required' | 'required' | 'gpc'>
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
  /** Whether partners may join by themselves: not at all, after somebody approved, or at once. */
  partner_sign_up: Generated<'closed' | 'approval' | 'open'>
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
  /** What widget tokens are signed with; `null` until the first one is wanted. */
  widget_secret: Generated<string | null>
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
  /** Of the browser's report that made this row: sent again, it is answered as it was. */
  report_id: string | null
  /**
   * What gave the credit: a click that the browser remembered, a link or a name that a back end sent.
   * `null` where nobody has it, or has had it since before this was kept.
   */
  credited_by: Generated<'click' | 'link' | 'name' | null>
  credited_at: Generated<number | null>
  /** Of the link that gave the credit. */
  referral_key: Generated<string | null>
  /** Of the visit in which a browser reported it; clicks have it too. */
  session: Generated<string | null>
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

/** Opens the partner portal once. */
interface SignInTokenTable {
  program_id: string
  /** SHA-256 of the token, in hexadecimal. */
  hash: string
  partner_uid: string
  expires_at: number
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

export type ProgramRow = Selectable<ProgramTable>
export type ApiKeyRow = Selectable<ApiKeyTable>
export type PartnerRow = Selectable<PartnerTable>
export type ReferralLinkRow = Selectable<ReferralLinkTable>
export type ClickRow = Selectable<ClickTable>
export type CustomerRow = Selectable<CustomerTable>
export type TransactionRow = Selectable<TransactionTable>
export type LinkDomainRow = Selectable<LinkDomainTable>
export type SignUpAddressRow = Selectable<SignUpAddressTable>
