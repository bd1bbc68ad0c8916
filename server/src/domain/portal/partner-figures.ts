import type { DayRow } from '../../store/figures/partner-days.js'
import { addSums } from '../figures/add-sums.js'

/** What came of a partner on one day, or on several together. */
export interface PartnerDay {
  clicks: number
  referrals: number
  sales: number
  /** Per unit. */
  commissions: { amount_units: string; amount_micros: bigint }[]
}

/** What the rows of a day, or of several days, come to. */
export function partnerDay(rows: readonly DayRow[]): PartnerDay {
  const of = (...names: string[]) => rows.filter(({ name }) => names.includes(name))
  const count = (name: string) => of(name).reduce((sum, { counted }) => sum + counted, 0)
  return {
    clicks: count('clicks'),
    referrals: count('referred'),
    sales: count('sales'),
    commissions: addSums(
      of('paid', 'unpaid').map(({ units, amount_micros }) => ({
        amount_units: units,
        amount_micros,
      })),
    ),
  }
}
