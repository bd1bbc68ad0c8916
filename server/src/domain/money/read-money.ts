import { invalid } from '../invalid.js'
import { AmountError } from './amount-error.js'
import { currencyDigits } from './currency-digits.js'
import { parseAmount } from './parse-amount.js'

/** Decimals that a percentage may have. */
const PERCENT_DIGITS = 4

const HUNDRED_PERCENT_MICROS = 100_000_000n

/**
 * Reads an amount in `currency`.
 *
 * @returns Micros.
 * @throws PollenError `invalid`, naming `field`.
 */
export const readMoney = (value: unknown, field: string, currency: string): bigint =>
  read(value, field, currencyDigits(currency) ?? 0, currency)

/**
 * Reads a percentage from 0 to 100.
 *
 * @returns Millionths of one per cent.
 * @throws PollenError `invalid`, naming `field`.
 */
export function readPercentage(value: unknown, field: string): bigint {
  const micros = read(value, field, PERCENT_DIGITS, 'per cent')
  if (micros > HUNDRED_PERCENT_MICROS) throw invalid(field, 'must be at most 100')
  return micros
}

function read(value: unknown, field: string, digits: number, unit: string): bigint {
  try {
    return parseAmount(value, digits, unit)
  } catch (error) {
    if (error instanceof AmountError) throw invalid(field, error.message)
    throw error
  }
}
