import type { PageQuery } from './page-query.js'
import type { Tag } from './tag.js'

export interface NewPartner {
  email: string
  /** Your own name for the partner; made up where there is none. */
  id?: string | undefined
  /** What stands in the partner's link; made up where there is none. */
  key?: string | undefined
  name?: string | undefined
  surname?: string | undefined
  tags?: readonly string[] | undefined
}

export interface Partner {
  id: string
  key: string
  email: string
  name: string | null
  surname: string | null
  status: string
  approved: boolean
  tags: Tag[]
  referral_link: string
  /** UTC, as all times: `2025-05-09T17:42:13.000000Z`. */
  created_at: string
  updated_at: string
}

/** A partner alone, with what it brought and earned. */
export interface PartnerDetails extends Partner {
  referrals_count: number
  referral_links: string[]
  referrals: {
    clicks: number
    signups: number
    sales_count: number
    paid_accounts: number
    revenue: CurrencyAmount[]
  }
  commissions: {
    paid: CurrencyAmount[]
    pending: CurrencyAmount[]
    not_paid: CurrencyAmount[]
  }
}

export interface CurrencyAmount {
  /** ISO 4217. */
  currency: string
  amount: number
}

/** Parts of values match too. */
export interface PartnerSearch extends PageQuery {
  id?: string | undefined
  key?: string | undefined
  email?: string | undefined
  name?: string | undefined
}
