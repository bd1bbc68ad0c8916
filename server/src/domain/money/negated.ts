import type { AmountRow } from '../../store/figures/amount-row.js'

/** As much the other way. */
export const negated = ({ amount_units, amount_micros }: AmountRow): AmountRow => ({
  amount_units,
  amount_micros: -amount_micros,
})
