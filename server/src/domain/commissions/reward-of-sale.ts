import type { Sale } from '../transactions/read-sale.js'
import { type Commission, commissionMicros } from './commission.js'

/** What a sale earns, in which currency. */
export interface Earned {
  amountMicros: bigint
  currency: string
}

/**
 * What the referrer of a sale earns. A share is paid in the currency of the sale, a fixed amount in
 * the one that it was agreed in. A free trial is a sale of 0: it earns nothing, unless the client says
 * what.
 *
 * @returns `undefined` for nothing.
 */
export function rewardOfSale(
  sale: Sale,
  commission: Commission & { currency: string },
): Earned | undefined {
  const { isRewardable, rewardMicros, currency } = sale
  if (!isRewardable || rewardMicros === undefined) return commissionOfSale(sale, commission)
  return rewardMicros > 0n ? { amountMicros: rewardMicros, currency } : undefined
}

/** The same, whatever the client says that the referrer is to get. */
export function commissionOfSale(
  { isRewardable, amountMicros, currency }: Sale,
  commission: Commission & { currency: string },
): Earned | undefined {
  if (!isRewardable || amountMicros === 0n) return undefined
  const earned = {
    amountMicros: commissionMicros(commission, amountMicros),
    currency: commission.commission_type === 'fixed' ? commission.currency : currency,
  }
  return earned.amountMicros > 0n ? earned : undefined
}
