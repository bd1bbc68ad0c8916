import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { microsToNumber } from '../../../src/domain/money/micros.js'
import { parseAmount } from '../../../src/domain/money/parse-amount.js'

describe('an amount', () => {
  it.each([
    [99.99, 2, 99_990_000n],
    ['99.99', 2, 99_990_000n],
    [' 5 ', 2, 5_000_000n],
    [0, 2, 0n],
    [-0, 2, 0n],
    ['007.50', 2, 7_500_000n],
    [1e3, 2, 1_000_000_000n],
    [500, 0, 500_000_000n],
    [1.234, 3, 1_234_000n],
    [0.000001, 6, 1n],
    [999_999_999_999.99, 2, 999_999_999_999_990_000n],
    [1e12, 2, 1_000_000_000_000_000_000n],
  ])('of %j with %d decimals is %d micros', (amount, digits, micros) => {
    expect(parseAmount(amount, digits, 'USD')).toBe(micros)
  })

  it.each([
    ['abc', 'must be a number, such as 99.99'],
    ['', 'must be a number, such as 99.99'],
    ['1e3', 'must be a number, such as 99.99'],
    ['1,50', 'must be a number, such as 99.99'],
    ['.5', 'must be a number, such as 99.99'],
    ['٣', 'must be a number, such as 99.99'],
    [true, 'must be a number, such as 99.99'],
    [{}, 'must be a number, such as 99.99'],
    [[5], 'must be a number, such as 99.99'],
    [-5, 'must not be negative'],
    ['-0.01', 'must not be negative'],
    [-1e-7, 'must not be negative'],
    [99.999, 'must have at most 2 decimals in USD'],
    ['99.990', 'must have at most 2 decimals in USD'],
    [0.1 + 0.2, 'must have at most 2 decimals in USD'],
    [1e-7, 'must have at most 2 decimals in USD'],
    [1e12 + 1, 'must be at most 1000000000000'],
    [1e21, 'must be at most 1000000000000'],
  ])('of %j %s', (amount, message) => {
    expect(() => parseAmount(amount, 2, 'USD')).toThrow(message)
  })

  it('comes back as the number that it was', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999_999_999 }), (cents) => {
        const amount = Number((cents / 100).toFixed(2))
        expect(microsToNumber(parseAmount(amount, 2, 'USD'))).toBe(amount)
      }),
    )
  })
})
