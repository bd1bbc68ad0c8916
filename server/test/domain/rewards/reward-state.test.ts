import { expect, it } from 'vitest'
import { rewardState } from '../../../src/domain/rewards/reward-state.js'

const NOW = 1000
const held = { approved_at: 2000, paid_at: null, reversed_at: null }

it.each([
  ['pending', held],
  ['approved', { ...held, approved_at: NOW }],
  ['paid', { ...held, paid_at: 900 }],
  ['reversed', { ...held, reversed_at: 900 }],
  ['reversed', { ...held, paid_at: 900, reversed_at: 950 }],
])('is %s for %j', (state, reward) => {
  expect(rewardState(reward, NOW)).toBe(state)
})
