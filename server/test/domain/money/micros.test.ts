import { expect, it } from 'vitest'
import { microsToText } from '../../../src/domain/money/micros.js'

it.each([
  [29_997_000n, '29.997'],
  [99_990_000n, '99.99'],
  [100_000_000n, '100'],
  [1n, '0.000001'],
  [0n, '0'],
  [-500_000n, '-0.5'],
  [123_456_789_012_345_678_901n, '123456789012345.678901'],
])('%d micros read %s', (micros, text) => {
  expect(microsToText(micros)).toBe(text)
})
