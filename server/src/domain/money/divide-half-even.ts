/** Rounds half to even, so that many roundings do not add up to one side. For positive divisors. */
export function divideHalfEven(dividend: bigint, divisor: bigint): bigint {
  if (dividend < 0n) return -divideHalfEven(-dividend, divisor)
  const quotient = dividend / divisor
  const twiceRest = (dividend % divisor) * 2n
  const isRoundedUp = twiceRest > divisor || (twiceRest === divisor && quotient % 2n === 1n)
  return isRoundedUp ? quotient + 1n : quotient
}
