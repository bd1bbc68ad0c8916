import { expect, it } from 'vitest'
import { rewardOfSale } from '../../../src/domain/commissions/reward-of-sale.js'
import { readSale } from '../../../src/domain/transactions/read-sale.js'

const share = {
  commission_type: 'percent',
  commission_micros: 30_000_000n,
  currency: 'USD',
} as const
const fixed = { commission_type: 'fixed', commission_micros: 5_000_000n, currency: 'USD' } as const

it.each([
  ['a share', { amount: 100 }, share, { amountMicros: 30_000_000n, currency: 'USD' }],
  [
    'a share, in the currency of the sale',
    { amount: 100, amount_units: 'eur' },
    share,
    { amountMicros: 30_000_000n, currency: 'EUR' },
  ],
  ['a fixed amount', { amount: 100 }, fixed, { amountMicros: 5_000_000n, currency: 'USD' }],
  [
    'a fixed amount, in the currency of the program',
    { amount: 100, amount_units: 'EUR' },
    fixed,
    { amountMicros: 5_000_000n, currency: 'USD' },
  ],
  [
    'what the client says',
    { amount: 100, reward: 7.5 },
    share,
    { amountMicros: 7_500_000n, currency: 'USD' },
  ],
  [
    'what the client says of a sale of nothing',
    { reward: '2.50' },
    share,
    { amountMicros: 2_500_000n, currency: 'USD' },
  ],
  ['nothing for a free trial', { amount: 0 }, fixed, undefined],
  ['nothing where the client says so', { amount: 100, reward: 0 }, share, undefined],
  ['nothing for what is not rewardable', { amount: 100, rewardable: false }, share, undefined],
])('a sale earns %s', (_, sale, program, earned) => {
  expect(rewardOfSale(readSale(sale, 'USD'), program)).toEqual(earned)
})
