import type { PageQuery } from './page-query.js'
import type { Reference } from './reference.js'
import type { Tag } from './tag.js'
import type { Sale } from './transaction.js'

/** `key` or `id` is what later sales name; with refer-a-friend an `email` alone is enough. */
export interface NewCustomer {
  key?: string | undefined
  id?: string | undefined
  email?: string | undefined
  name?: string | undefined
  surname?: string | undefined
  tags?: readonly string[] | undefined
  metadata?: Readonly<Record<string, unknown>> | undefined
  /** Who gets the credit in an affiliate program. */
  partner?: Reference | undefined
  /** Who gets the credit in a refer-a-friend program. */
  referring_customer?: Reference | undefined
  /** A first sale, recorded with the customer. */
  transaction?: Sale | undefined
}

export interface Customer {
  id: string
  key: string
  email: string | null
  name: string | null
  surname: string | null
  status: string
  created_at: string
  updated_at: string
  /** Affiliate: the partner's `id`; `null` when nobody gets the credit. */
  partner?: string | null
  /** Affiliate. */
  tags?: Tag[]
  /** Refer-a-friend: what this customer shares. */
  referral_link?: string
  /** Refer-a-friend, of a customer alone. */
  referral_links?: string[]
  /** Refer-a-friend, of a customer alone. */
  referrals_count?: number
  /** Refer-a-friend, of a customer alone. */
  referring_customer?: Customer | null
  /** Refer-a-friend. */
  metadata?: Record<string, unknown>
}

export interface CustomersQuery extends PageQuery {
  partner_key?: string | undefined
  partner_email?: string | undefined
  /** Refer-a-friend. */
  refer_status?: 'referred' | 'non_referred' | undefined
}

/** Parts of values match too. */
export interface CustomerSearch extends PageQuery {
  id?: string | undefined
  key?: string | undefined
  email?: string | undefined
  name?: string | undefined
}

/** What a customer of a refer-a-friend program brought. */
export interface CustomerStats {
  clicks: number
  referrals: number
  signups: number
  sales: number
  paid_accounts: number
  referral_link: string
  /** Addresses that open a ready-made post or message, by name of the network. */
  sharing_links: Record<string, string>
}

export interface Credit {
  amount: number | string
  /** A currency, or any unit such as `points` where `is_currency` is false. */
  amount_units: string
  is_currency: boolean
}

export interface CustomerBalance {
  customer: Customer
  /** An empty list, when there is nothing. */
  balance: [] | { currency?: BalanceEntry[]; credit?: BalanceEntry[] }
}

export interface BalanceEntry {
  amount: number
  amount_units: string
  is_currency: boolean
}

export interface WidgetToken {
  token: string
  /** ISO 8601. */
  expires_at: string
}
