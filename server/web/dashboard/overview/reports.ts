import type { Money } from '../../lib/format-money.js'

/** What a day, or a range of days, came to. */
export interface Figures {
  clicks: number
  signups: number
  sales: number
  revenue: Money[]
  commissions: Money[]
}

/** `GET /v1/reports/days` */
export interface DaysReport {
  from: string
  to: string
  days: (Figures & { day: string })[]
  totals: Figures
  before: { from: string; to: string; totals: Figures }
}

/** `GET /v1/reports/funnel` */
export interface FunnelReport {
  steps: {
    name: 'clicks' | 'visitors' | 'signups' | 'buyers'
    count: number
    /** Worked out from a part of them. */
    estimated: boolean
    /** Per cent of the step before; `null` where there is none, or nobody in it. */
    rate: number | null
  }[]
}

/** A row of `GET /v1/reports/top` */
export interface TopRow extends Figures {
  id?: string | null
  key?: string | null
  /** `null` for a partner who is deleted. */
  name: string | null
}

/** What stands beside the rows of `GET /v1/reports/top`. */
export interface TopMeta {
  from: string
  /** Later than `from` where more came than is looked through. */
  counted_since: string
}

/** An item of `GET /v1/activity` */
export interface ActivityItem {
  id: string
  type: 'click' | 'signup' | 'sale' | 'refund' | 'reward' | 'payout_request'
  at: string
  partner?: { id: string; name: string | null } | null
  customer?: { id: string; name: string | null; email: string | null } | null
  amount?: Money | null
  url?: string | null
}
