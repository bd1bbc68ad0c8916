import type { AmountRow } from '../../store/figures/amount-row.js'
import type { ClickSourceRow, SaleSourceRow, SourceRow } from '../../store/figures/source-rows.js'

/** Whom or what a report is about. */
export const SOURCES = ['partners', 'links', 'landing_pages'] as const

export type Source = (typeof SOURCES)[number]

export interface SourceRows {
  clicks: ClickSourceRow[]
  signUps: SourceRow[]
  sales: SaleSourceRow[]
}

/** What came of one of them. */
export interface Ranked {
  /** `uid` of a referrer, key of a link, or address of a page. */
  of: string
  clicks: number
  signups: number
  sales: number
  revenue: AmountRow[]
  commissions: AmountRow[]
}

/**
 * Puts those first who brought the most: by sales, then sign-ups, then clicks.
 *
 * A landing page is the one by which a visit began that is known by its session; what came of visits
 * without a click among `clicks` belongs to no page.
 */
export function rankSources(source: Source, rows: SourceRows, limit: number): Ranked[] {
  const landings = new Map(rows.clicks.map(({ session, url }) => [session, pageOf(url)]))
  const names = {
    partners: (row: SourceRow) => row.referrer_uid,
    links: (row: SourceRow) => row.referral_key,
    landing_pages: (row: SourceRow) => landings.get(row.session),
  }
  const all = new Map<string, Ranked>()
  const rankedOf = (row: SourceRow, of = names[source](row)): Ranked | undefined => {
    if (of === undefined || of === null) return undefined
    const ranked = all.get(of) ?? none(of)
    all.set(of, ranked)
    return ranked
  }

  for (const click of rows.clicks) {
    const page = source === 'landing_pages' ? pageOf(click.url) : undefined
    const ranked = rankedOf(click, page)
    if (ranked) ranked.clicks += 1
  }
  for (const row of rows.signUps) {
    const ranked = rankedOf(row)
    if (ranked) ranked.signups += 1
  }
  for (const sale of rows.sales) {
    const ranked = rankedOf(sale)
    if (!ranked) continue
    ranked.sales += 1
    ranked.revenue.push(sale)
    if (sale.reward_units !== null && sale.reward_micros !== null) {
      const { reward_units: amount_units, reward_micros: amount_micros } = sale
      ranked.commissions.push({ amount_units, amount_micros })
    }
  }
  return [...all.values()].sort(byWhatTheyBrought).slice(0, limit)
}

const none = (of: string): Ranked => ({
  of,
  clicks: 0,
  signups: 0,
  sales: 0,
  revenue: [],
  commissions: [],
})

const byWhatTheyBrought = (one: Ranked, other: Ranked): number =>
  other.sales - one.sales || other.signups - one.signups || other.clicks - one.clicks

/** Without query and fragment: those tell campaigns and visitors apart, not pages. */
const pageOf = (url: string): string => url.replace(/[?#].*$/s, '')
