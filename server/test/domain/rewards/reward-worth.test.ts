import { expect, it } from 'vitest'
import { rewardWorth } from '../../../src/domain/rewards/reward-worth.js'

const sale = {
  amount_micros: 90_000_000n,
  refunded_micros: 0n,
  archived_at: null,
  deleted_at: null,
}

it.each([
  ['that stands', {}, 30_000_000n],
  ['refunded by a third', { refunded_micros: 30_000_000n }, 20_000_000n],
  ['refunded by what does not divide', { refunded_micros: 1n }, 30_000_000n],
  ['refunded in full', { refunded_micros: 90_000_000n }, 0n],
  ['archived', { archived_at: 1 }, 0n],
  ['deleted', { deleted_at: 1, refunded_micros: 1n }, 0n],
])('a reward of 30 for a sale of 90 %s', (_what, fate, worth) => {
  expect(rewardWorth(30_000_000n, { ...sale, ...fate })).toBe(worth)
})
