import type { ProgramRow } from '../../store/database.js'
import { AmountError } from '../money/amount-error.js'
import { divideHalfEven } from '../money/divide-half-even.js'
import { microsToText } from '../money/micros.js'
import { parseAmount } from '../money/parse-amount.js'

/** What a program pays for a sale: a share of it, or the same for each. */
export type Commission = Pick<ProgramRow, 'commission_type' | 'commission_micros'>

/** Decimals that a percentage may have. */
const PERCENT_DIGITS = 4

const HUNDRED_PERCENT_MICROS = 100_000_000n

/**
 * Reads `30%` or `5.00`.
 *
 * @param digits Decimals of `currency`.
 * @throws AmountError
 */
export function parseCommission(text: string, currency: string, digits: number): Commission {
  const [, percent] = /^(.*)%$/.exec(text) ?? []
  if (percent === undefined) {
    return { commission_type: 'fixed', commission_micros: parseAmount(text, digits, currency) }
  }
  const micros = parseAmount(percent, PERCENT_DIGITS, 'per cent')
  if (micros > HUNDRED_PERCENT_MICROS) throw new AmountError('must be at most 100%')
  return { commission_type: 'percent', commission_micros: micros }
}

/**
 * What a sale earns, to the micro: 30 % of 99.99 is 29.997. Only what lies below a micro is rounded,
 * half to even.
 *
 * @param amountMicros What was paid.
 */
export function commissionMicros(commission: Commission, amountMicros: bigint): bigint {
  if (commission.commission_type === 'fixed') return commission.commission_micros
  return divideHalfEven(amountMicros * commission.commission_micros, HUNDRED_PERCENT_MICROS)
}

/** `30%` or `5`, as `parseCommission` reads it. */
export const commissionAmount = ({ commission_type, commission_micros }: Commission): string =>
  `${microsToText(commission_micros)}${commission_type === 'percent' ? '%' : ''}`

/** `30%` or `5 USD`. */
export const commissionText = (commission: Commission, currency: string): string =>
  commission.commission_type === 'percent'
    ? commissionAmount(commission)
    : `${commissionAmount(commission)} ${currency}`
