import { expect, it } from 'vitest'
import { currencyDigits } from '../../../src/domain/money/currency-digits.js'

it.each([
  ['USD', 2],
  ['JPY', 0],
  ['KWD', 3],
  ['IQD', 3],
  ['CLF', 4],
  ['DEM', undefined],
  ['XXX', undefined],
  ['usd', undefined],
  ['', undefined],
])('%s has %s decimals', (currency, digits) => {
  expect(currencyDigits(currency)).toBe(digits)
})
