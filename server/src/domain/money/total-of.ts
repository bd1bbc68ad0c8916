/** What amounts of one currency add up to, in micros. */
export const totalOf = (amounts: { amount_micros: bigint }[]): bigint =>
  amounts.reduce((total, { amount_micros }) => total + amount_micros, 0n)
