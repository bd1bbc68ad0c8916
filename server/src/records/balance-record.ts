import { microsToNumber } from '../domain/money/micros.js'
import type { AmountRow } from '../store/figures/amount-row.js'

/**
 * What stands on a balance: money under `currency`, anything else (points, months) under `credit`.
 * Empty it is a list, as PHP writes an empty map, which is what clients expect.
 */
export function balanceRecord(sums: (AmountRow & { is_currency: 0 | 1 })[]) {
  const of = (isCurrency: 0 | 1) =>
    sums
      .filter(({ is_currency }) => is_currency === isCurrency)
      .map(({ amount_units, amount_micros }) => ({
        amount: microsToNumber(amount_micros),
        amount_units,
        is_currency: isCurrency === 1,
      }))
  const [currency, credit] = [of(1), of(0)]
  if (sums.length === 0) return []
  return { ...(currency.length > 0 && { currency }), ...(credit.length > 0 && { credit }) }
}
