import { type Commission, commissionMicros } from './commission.js'
import type { Sale } from './read-sale.js'

/** What a sale earns its referrer, in which currency. */
export interface Earned {
  amountMicros: bigint
  currency: string
}

/**
 * A share is paid in the currency of the sale, a fixed amount in the program's. A free trial is a sale
 * of 0: it earns nothing, unless the client says what.
 *
 * @returns `undefined` for nothing.
 */
export function rewardOfSale(
  sale: Sale,
  program: Commission & { currency: string },
): Earned | undefined {
  if (!sale.isRewardable) return undefined
  const earned = wanted(sale) ?? paidByProgram(sale, program)
  return earned.amountMicros > 0n ? earned : undefined
}

const wanted = ({ rewardMicros, currency }: Sale): Earned | undefined =>
  rewardMicros === undefined ? undefined : { amountMicros: rewardMicros, currency }

const paidByProgram = (
  { amountMicros, currency }: Sale,
  program: Commission & { currency: string },
): Earned => ({
  amountMicros: amountMicros === 0n ? 0n : commissionMicros(program, amountMicros),
  currency: program.commission_type === 'fixed' ? program.currency : currency,
})
