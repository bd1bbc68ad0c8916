import { AmountError } from './amount-error.js'
import { MICRO_DIGITS } from './micros.js'

/** One million millions of a unit: with two decimals still exact as a number in JSON. */
const LARGEST_UNITS = 1_000_000_000_000n

const DECIMAL = /^(-?)(\d+)(?:\.(\d+))?$/

/**
 * Reads an amount exactly. A JSON number is taken by its shortest decimal text, which is what the
 * client wrote, so that `99.99` is 99990000 micros and nothing beside it.
 *
 * @param amount A number, or a text such as `"99.99"`; anything else is refused.
 * @param digits How many decimals the unit has; more of them are refused, zeros too.
 * @param unit Named in the error: `USD`.
 * @returns Micros, at least 0.
 * @throws AmountError
 */
export function parseAmount(amount: unknown, digits: number, unit: string): bigint {
  const [, sign, whole = '', fraction = ''] = DECIMAL.exec(decimalText(amount)) ?? []
  if (sign === undefined) throw new AmountError('must be a number, such as 99.99')
  const micros = BigInt(whole + fraction.slice(0, MICRO_DIGITS).padEnd(MICRO_DIGITS, '0'))
  if (sign === '-' && /[1-9]/.test(whole + fraction)) throw new AmountError('must not be negative')
  if (fraction.length > digits) {
    throw new AmountError(`must have at most ${digits} decimals in ${unit}`)
  }
  if (micros > LARGEST_UNITS * 10n ** BigInt(MICRO_DIGITS)) {
    throw new AmountError(`must be at most ${LARGEST_UNITS}`)
  }
  return micros
}

/** Without the exponent that JavaScript writes from 10²¹ on and below 10⁻⁶. */
function decimalText(amount: unknown): string {
  if (typeof amount === 'string') return amount.trim()
  if (typeof amount !== 'number') return ''
  if (!/e/.test(String(amount))) return String(amount)
  return Math.abs(amount) < 1 ? amount.toFixed(20) : BigInt(amount).toString()
}
