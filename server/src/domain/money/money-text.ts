import { microsToNumber } from './micros.js'

/**
 * Money for people to read, rounded to what the currency has: `$1,124.90`.
 *
 * @param currency ISO 4217.
 */
export const moneyText = (micros: bigint, currency: string): string =>
  new Intl.NumberFormat('en-US', { style: 'currency', currency }).format(microsToNumber(micros))
