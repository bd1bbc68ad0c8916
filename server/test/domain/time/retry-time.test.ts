import { expect, it } from 'vitest'
import { RETRY_PERIOD_MS, retryTime } from '../../../src/domain/time/retry-time.js'

const SECOND = 1000
const HOUR = 3_600_000

it.each([
  [1, 10 * SECOND],
  [2, 20 * SECOND],
  [3, 40 * SECOND],
  [10, 5120 * SECOND],
  [11, 10_240 * SECOND],
  [12, 4 * HOUR],
  [40, 4 * HOUR],
])('waits after failure %i for %i ms', (failed, delay) => {
  expect(retryTime(failed, 0, 0, 0.5)).toBe(delay)
})

it.each([
  [0, 8 * SECOND],
  [1, 12 * SECOND],
])('spreads the wait by a fifth: with the random number %d it is %i ms', (random, delay) => {
  expect(retryTime(1, 0, 0, random)).toBe(delay)
})

it('tries a last time a day after the first attempt, and then gives up', () => {
  const first = 5 * HOUR
  expect(retryTime(15, first, first + 23 * HOUR, 0.5)).toBe(first + RETRY_PERIOD_MS)
  expect(retryTime(16, first, first + RETRY_PERIOD_MS, 0.5)).toBeUndefined()
})

it('tries 15 to 20 times within a day, whatever the jitter', () => {
  for (const random of [0, 0.5, 1]) {
    let now: number | undefined = 0
    let attempts = 0
    while (now !== undefined) {
      attempts += 1
      now = retryTime(attempts, 0, now, random)
    }
    expect(attempts).toBeGreaterThanOrEqual(15)
    expect(attempts).toBeLessThanOrEqual(20)
  }
})
