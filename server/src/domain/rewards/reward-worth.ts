import type { TransactionRow } from '../../store/database.js'
import { divideHalfEven } from '../money/divide-half-even.js'

/** What has become of a sale since it was made. */
export type SaleFate = Pick<
  TransactionRow,
  'amount_micros' | 'refunded_micros' | 'archived_at' | 'deleted_at'
>

/**
 * What is left of a reward: nothing when the sale was deleted, archived or refunded; the part that
 * was not refunded when some of it was.
 *
 * @param amountMicros What the sale earned at first.
 */
export function rewardWorth(amountMicros: bigint, sale: SaleFate): bigint {
  if (sale.deleted_at !== null || sale.archived_at !== null) return 0n
  if (sale.refunded_micros === 0n) return amountMicros
  const kept = sale.amount_micros - sale.refunded_micros
  return kept <= 0n ? 0n : divideHalfEven(amountMicros * kept, sale.amount_micros)
}
