import type { Generated, Selectable } from 'kysely'

/** The way from a referral link to a sale. */
export interface JourneyTables {
  partner: PartnerTable
  referral_link: ReferralLinkTable
  click: ClickTable
  customer: CustomerTable
  sign_up_address: SignUpAddressTable
  transaction: TransactionTable
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
  /** scrypt, as `domain/accounts/hash-password.ts` writes it. */
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
  /** The same for one visitor within one day; see `domain/clicks/visitor-hash.ts`. */
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

/** From where somebody signed up; for a day, as long as the hash says anything. */
interface SignUpAddressTable {
  program_id: string
  address_hash: string
  customer_uid: string
  referrer_uid: string | null
  created_at: number
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

export type PartnerRow = Selectable<PartnerTable>
export type ReferralLinkRow = Selectable<ReferralLinkTable>
export type ClickRow = Selectable<ClickTable>
export type CustomerRow = Selectable<CustomerTable>
export type TransactionRow = Selectable<TransactionTable>
export type SignUpAddressRow = Selectable<SignUpAddressTable>
