import type { CommissionRuleRow } from '../../store/database.js'

/** For which of a customer's sales a commission is paid. */
export type SaleTerms = Pick<CommissionRuleRow, 'commission_sales' | 'commission_months'>

/**
 * Whether a customer's sale is one that a commission is paid for: the first only, or all within some
 * months of the first.
 *
 * @param saleAt Milliseconds since the epoch, like `firstSaleAt`.
 * @param firstSaleAt When the customer first paid before; `undefined` for never. Trials (sales of 0)
 *   are not counted, nor is what was taken back.
 */
export function isWithinTerms(
  { commission_sales, commission_months }: SaleTerms,
  saleAt: number,
  firstSaleAt: number | undefined,
): boolean {
  if (firstSaleAt === undefined) return true
  if (commission_sales === 'first') return false
  return commission_months === null || saleAt < addMonths(firstSaleAt, commission_months)
}

/** The same day and time some months on, in UTC; the last day of a month that has no such day. */
export function addMonths(ms: number, months: number): number {
  const date = new Date(ms)
  const day = date.getUTCDate()
  date.setUTCMonth(date.getUTCMonth() + months)
  if (date.getUTCDate() !== day) date.setUTCDate(0)
  return date.getTime()
}
