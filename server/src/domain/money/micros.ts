/** Money is counted in millionths of its unit, so that even a share of a cent is a whole number. */
export const MICRO_DIGITS = 6

/**
 * An amount as a number for JSON, `29997000n` as 29.997. It is exact up to 15 digits, more than any
 * single amount that we accept has; our own sums are never made of these.
 */
export const microsToNumber = (micros: bigint): number => Number(microsToText(micros))

/** An amount in full, without needless zeros: `29997000n` as `29.997`. */
export function microsToText(micros: bigint): string {
  const digits = (micros < 0n ? -micros : micros).toString().padStart(MICRO_DIGITS + 1, '0')
  const whole = digits.slice(0, -MICRO_DIGITS)
  const fraction = digits.slice(-MICRO_DIGITS).replace(/0+$/, '')
  return `${micros < 0n ? '-' : ''}${whole}${fraction && `.${fraction}`}`
}
