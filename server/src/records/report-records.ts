import { addSums } from '../domain/figures/add-sums.js'
import { type Days, dayText } from '../domain/figures/read-days.js'
import { microsToNumber } from '../domain/money/micros.js'
import type { AmountRow } from '../store/figures/amount-row.js'
import type { DailyFigure } from '../store/figures/daily-figures.js'

/** Each of the days, also those on which nothing came. */
export function daysRecord({ from, to }: Days, figures: DailyFigure[]) {
  const byDay = new Map<number, DailyFigure[]>()
  for (let day = from; day <= to; day++) byDay.set(day, [])
  for (const figure of figures) byDay.get(figure.day)?.push(figure)
  return [...byDay].map(([day, itsOwn]) => ({ day: dayText(day), ...totalsRecord(itsOwn) }))
}

/** What came on some days, added up; amounts by unit, for different ones are never added. */
export function totalsRecord(figures: DailyFigure[]) {
  const of = (...names: string[]) => figures.filter(({ name }) => names.includes(name))
  const count = (...names: string[]) =>
    of(...names).reduce((total, { counted }) => total + counted, 0)
  return {
    clicks: count('clicks'),
    signups: count('referred', 'unreferred'),
    referred_signups: count('referred'),
    sales: count('sales'),
    revenue: sumsRecord(of('sales')),
    commissions: sumsRecord(of('paid', 'unpaid')),
  }
}

/** `[{ units: 'USD', amount: 99.99 }]`, without units of which there is nothing. */
export const sumsRecord = (sums: AmountRow[]) =>
  addSums(sums)
    .filter(({ amount_micros }) => amount_micros !== 0n)
    .map(({ amount_units, amount_micros }) => ({
      units: amount_units,
      amount: microsToNumber(amount_micros),
    }))
