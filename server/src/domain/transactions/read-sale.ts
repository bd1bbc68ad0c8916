import { type FieldErrors, PollenError } from '../../errors/pollen-error.js'
import { AmountError } from '../money/amount-error.js'
import { currencyDigits } from '../money/currency-digits.js'
import { parseAmount } from '../money/parse-amount.js'
import { parseTime } from '../time/parse-time.js'

/** A sale as a client sends it. */
export interface SaleInput {
  key?: string | undefined
  amount?: unknown
  reward?: unknown
  amount_units?: string | undefined
  action?: string | undefined
  product_id?: unknown
  product_type?: unknown
  rewardable?: boolean | undefined
  rewarded?: boolean | undefined
  gross_amount?: unknown
  discount_amount?: unknown
  discount_code?: string | undefined
  status?: string | undefined
  partner_key?: string | undefined
  created_at?: unknown
}

/** A sale that was read and found right. */
export interface Sale {
  key: string | undefined
  amountMicros: bigint
  /** What the client wants it to earn, instead of what the program pays. */
  rewardMicros: bigint | undefined
  /** ISO 4217. */
  currency: string
  action: string
  product: { product_id?: unknown; product_type?: unknown }
  isRewardable: boolean
  /** Whether what it earns was paid out already, outside of Pollen. */
  isRewarded: boolean
  grossMicros: bigint | undefined
  discountMicros: bigint | undefined
  /** A promotion code that the buyer used. */
  discountCode: string | undefined
  status: string | undefined
  /** Of the partner who is to be credited for this sale, in programs that allow it. */
  partnerKey: string | undefined
  /** Milliseconds since the epoch; `undefined` for now. */
  createdAt: number | undefined
}

/**
 * Reads a sale: amounts exactly, in a currency that there is.
 *
 * @param programCurrency For sales that name none.
 * @param path Goes before the field names in errors: `transactions.0.`.
 * @throws PollenError `invalid`, naming every field that is wrong and what would be right.
 */
export function readSale(input: SaleInput, programCurrency: string, path = ''): Sale {
  const errors: FieldErrors = {}
  const currency = (input.amount_units ?? programCurrency).toUpperCase()
  const digits = currencyDigits(currency)

  const wrong = (field: string, reason: string) => {
    errors[`${path}${field}`] = [`The ${path}${field} ${reason}.`]
    return undefined
  }
  const amountOf = (field: 'amount' | 'reward' | 'gross_amount' | 'discount_amount') => {
    const value = input[field]
    if (value === undefined || digits === undefined) return undefined
    try {
      return parseAmount(value, digits, currency)
    } catch (error) {
      if (error instanceof AmountError) return wrong(field, error.message)
      throw error
    }
  }

  if (digits === undefined) wrong('amount_units', 'must be a currency of ISO 4217, such as USD')
  if (input.amount === undefined && input.reward === undefined) {
    wrong('amount', 'is required, unless there is a reward')
  }
  const createdAt = input.created_at === undefined ? undefined : parseTime(input.created_at)
  if (input.created_at !== undefined && createdAt === undefined) {
    wrong('created_at', 'must be a Unix time or ISO 8601, such as 2025-05-09T17:42:13Z')
  }
  const sale = {
    key: input.key,
    amountMicros: amountOf('amount') ?? 0n,
    rewardMicros: amountOf('reward'),
    currency,
    action: input.action ?? 'sale',
    product: {
      ...(input.product_id !== undefined && { product_id: input.product_id }),
      ...(input.product_type !== undefined && { product_type: input.product_type }),
    },
    isRewardable: input.rewardable ?? true,
    isRewarded: input.rewarded ?? false,
    grossMicros: amountOf('gross_amount'),
    discountMicros: amountOf('discount_amount'),
    discountCode: input.discount_code,
    status: input.status,
    partnerKey: input.partner_key,
    createdAt,
  }
  if (Object.keys(errors).length > 0) throw new PollenError('invalid', errors)
  return sale
}
