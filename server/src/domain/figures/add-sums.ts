import type { AmountRow } from '../../store/figures/amount-row.js'

/** Sums per unit, added up unit by unit. */
export function addSums(...lists: AmountRow[][]): AmountRow[] {
  const sums = new Map<string, bigint>()
  for (const { amount_units, amount_micros } of lists.flat()) {
    sums.set(amount_units, (sums.get(amount_units) ?? 0n) + amount_micros)
  }
  return [...sums].sort().map(([amount_units, amount_micros]) => ({ amount_units, amount_micros }))
}
