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
  if (typeof amount !== 'number' && typeof amount !== 'string') throw notANumber('')
  const [, sign, whole = '', fraction = ''] = DECIMAL.exec(String(amount).trim()) ?? []
  if (sign === undefined) throw notANumber(amount)
  if (sign === '-' && Number(amount) !== 0) throw new AmountError('must not be negative')
  if (fraction.length > digits) {
    throw new AmountError(`must have at most ${digits} decimals in ${unit}`)
  }
  const micros = BigInt(whole + fraction.padEnd(MICRO_DIGITS, '0'))
  if (micros > LARGEST_UNITS * 10n ** BigInt(MICRO_DIGITS)) throw tooLarge()
  return micros
}

/** JavaScript writes numbers from 10²¹ and below 10⁻⁶ with an exponent: they are numbers even so. */
function notANumber(amount: number | string): AmountError {
  if (typeof amount === 'string') return new AmountError('must be a number, such as 99.99')
  if (amount < 0) return new AmountError('must not be negative')
  return amount > 1 ? tooLarge() : new AmountError('must have fewer decimals')
}

const tooLarge = () => new AmountError(`must be at most ${LARGEST_UNITS}`)
