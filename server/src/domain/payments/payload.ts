import { currencyDigits } from '../money/currency-digits.js'
import { MICRO_DIGITS } from '../money/micros.js'
import { parseTime } from '../time/parse-time.js'

/** A message of a provider, read as far as it is what we expect and no further. */
export interface Payload {
  /** @returns `undefined` unless there is a text on one line, or a number, which is written as one. */
  text(path: string): string | undefined
  /** What `path` holds, to be read from there. */
  at(path: string): Payload
  /** @returns An empty list where there is none. */
  list(path: string): Payload[]
  /** Milliseconds since the epoch. */
  time(path: string): number | undefined
  /**
   * An amount in the minor unit of its currency, which is how providers count: 9999 for 99.99 USD.
   *
   * @param digits Decimals of that minor unit.
   */
  minor(path: string, digits: number): bigint | undefined
}

/** Something, and no control character in it: PostgreSQL stores no U+0000, and no name has a line break. */
const PLAIN = /^\P{Cc}+$/u

/** As many digits as still fit a database, counted in micros. */
const MINOR = /^\d{1,12}$/

/** @param path Names with dots between: `data.object.customer_details.email`. */
export function payload(value: unknown): Payload {
  const find = (path: string) => path.split('.').reduce(member, value)
  const text = (path: string) => {
    const found = find(path)
    const isText = typeof found === 'number' || (typeof found === 'string' && PLAIN.test(found))
    return isText ? String(found) : undefined
  }
  return {
    text,
    at: (path) => payload(find(path)),
    list: (path) => {
      const found = find(path)
      return Array.isArray(found) ? found.map(payload) : []
    },
    time: (path) => parseTime(find(path)),
    minor: (path, digits) => {
      const minor = text(path)
      return minor !== undefined && MINOR.test(minor)
        ? BigInt(minor) * 10n ** BigInt(MICRO_DIGITS - digits)
        : undefined
    },
  }
}

const member = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined

/** Decimals of the minor unit that a provider counts `currency` in, unless it has a way of its own. */
export const minorDigits = (currency: string): number => currencyDigits(currency) ?? 2
