import { expect, it } from 'vitest'
import { growth, percentage } from '../../../src/domain/money/percentages.js'

it.each([
  [15, 10, 50],
  [10, 15, -33.3],
  [10, 10, 0],
  [10, 0, 0],
])('%d after %d is a growth of %d %%', (now, before, percent) => {
  expect(growth(now, before)).toBe(percent)
})

it.each([
  [1, 3, 33.3],
  [0, 0, 0],
  [3, 2, 100],
])('%d of %d is %d %%', (part, whole, percent) => {
  expect(percentage(part, whole)).toBe(percent)
})
