import { invalid } from '../invalid.js'
import { AmountError } from '../money/amount-error.js'
import { currencyDigits } from '../money/currency-digits.js'
import { type Commission, parseCommission } from './commission.js'

/**
 * Reads `"30%"`, or `"5.00"` in `currency`.
 *
 * @throws PollenError `invalid`, naming `field`.
 */
export function readCommission(value: string, field: string, currency: string): Commission {
  try {
    return parseCommission(value, currency, currencyDigits(currency) ?? 0)
  } catch (error) {
    if (error instanceof AmountError) throw invalid(field, error.message)
    throw error
  }
}
