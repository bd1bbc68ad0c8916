import type { Generated, Selectable } from 'kysely'

/** What an operator sets up: programs, and what their pages and back ends show who they are. */
export interface SetUpTables {
  program: ProgramTable
  api_key: ApiKeyTable
  link_domain: LinkDomainTable
  pinned_script: PinnedScriptTable
  numbering: NumberingTable
  sign_in_token: SignInTokenTable
  daily_salt: DailySaltTable
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

/** A further website of the merchant: links may lead to it, and the script tracks there, too. */
interface LinkDomainTable {
  program_id: string
  number: number
  website: string
  created_at: number
}

/** The last number given to a record of each kind that is known by a whole number. */
interface NumberingTable {
  program_id: string
  name: string
  last: number
}

/** The script as a page was once told that it stays. */
interface PinnedScriptTable {
  program_id: string
  /** The beginning of its SHA-256, by which it is asked for. */
  hash: string
  script: string
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

export type ProgramRow = Selectable<ProgramTable>
export type ApiKeyRow = Selectable<ApiKeyTable>
export type LinkDomainRow = Selectable<LinkDomainTable>
export type PinnedScriptRow = Selectable<PinnedScriptTable>
