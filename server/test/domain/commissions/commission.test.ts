import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  commissionMicros,
  commissionText,
  parseCommission,
} from '../../../src/domain/commissions/commission.js'

const percent = (text: string) => parseCommission(`${text}%`, 'USD', 2)

describe('a commission', () => {
  it.each([
    ['30', 99_990_000n, 29_997_000n],
    ['12.5', 19_990_000n, 2_498_750n],
    ['0.0001', 1_000_000n, 1n],
    ['100', 99_990_000n, 99_990_000n],
    ['0', 99_990_000n, 0n],
    // Below a micro, half to even.
    ['50', 1n, 0n],
    ['50', 3n, 2n],
    ['50', 5n, 2n],
    ['33.3333', 10_000n, 3_333n],
  ])('of %s %% of %d micros is %d micros', (share, amount, earned) => {
    expect(commissionMicros(percent(share), amount)).toBe(earned)
  })

  it('that is fixed is the same for every sale', () => {
    const fixed = parseCommission('5.00', 'USD', 2)
    expect(commissionMicros(fixed, 1_000_000n)).toBe(5_000_000n)
    expect(commissionMicros(fixed, 99_000_000n)).toBe(5_000_000n)
  })

  it('never exceeds the sale, and never misses its exact share by half a micro', () => {
    const shares = fc.integer({ min: 0, max: 100_0000 })
    const amounts = fc.bigInt({ min: 0n, max: 10n ** 18n })
    fc.assert(
      fc.property(shares, amounts, (tenThousandths, amount) => {
        const earned = commissionMicros(percent((tenThousandths / 10_000).toFixed(4)), amount)
        const exactTimesMillion = amount * BigInt(tenThousandths)
        const missTimesMillion = earned * 1_000_000n - exactTimesMillion
        expect(earned).toBeLessThanOrEqual(amount)
        expect(missTimesMillion).toBeLessThanOrEqual(500_000n)
        expect(missTimesMillion).toBeGreaterThanOrEqual(-500_000n)
      }),
    )
  })

  it.each([
    ['30%', '30%'],
    ['12.50%', '12.5%'],
    ['5.00', '5 USD'],
    ['0.99', '0.99 USD'],
  ])('of %s is shown as %s', (text, shown) => {
    expect(commissionText(parseCommission(text, 'USD', 2), 'USD')).toBe(shown)
  })

  it.each([
    ['101%', 'must be at most 100%'],
    ['-1%', 'must not be negative'],
    ['30.12345%', 'must have at most 4 decimals in per cent'],
    ['5.001', 'must have at most 2 decimals in USD'],
    ['much', 'must be a number'],
  ])('of %s is refused: it %s', (text, message) => {
    expect(() => parseCommission(text, 'USD', 2)).toThrow(message)
  })
})
