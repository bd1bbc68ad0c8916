import { expect, it } from 'vitest'
import { divideHalfEven } from '../../../src/domain/money/divide-half-even.js'
import { roundToMinorUnit } from '../../../src/domain/money/round-to-minor-unit.js'

it.each([
  [5n, 2n, 2n],
  [7n, 2n, 4n],
  [9n, 4n, 2n],
  [11n, 4n, 3n],
  [-5n, 2n, -2n],
  [-7n, 2n, -4n],
  [6n, 3n, 2n],
])('%s / %s is %s', (dividend, divisor, quotient) => {
  expect(divideHalfEven(dividend, divisor)).toBe(quotient)
})

it.each([
  [29_997_000n, 'USD', 30_000_000n],
  [125_000n, 'USD', 120_000n],
  [135_000n, 'USD', 140_000n],
  [1_500_000n, 'JPY', 2_000_000n],
  [1_500n, 'KWD', 2_000n],
])('%s micros are paid out in %s as %s', (micros, currency, paid) => {
  expect(roundToMinorUnit(micros, currency)).toBe(paid)
})
