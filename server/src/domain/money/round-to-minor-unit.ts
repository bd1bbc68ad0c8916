import { currencyDigits } from './currency-digits.js'
import { divideHalfEven } from './divide-half-even.js'
import { MICRO_DIGITS } from './micros.js'

/**
 * Rounds to what can be paid in a currency, half to even: 29.997 USD to 30.00 USD.
 *
 * @param currency ISO 4217.
 * @returns Micros, like `micros`.
 */
export function roundToMinorUnit(micros: bigint, currency: string): bigint {
  const minorUnit = 10n ** BigInt(MICRO_DIGITS - (currencyDigits(currency) ?? 0))
  return divideHalfEven(micros, minorUnit) * minorUnit
}
