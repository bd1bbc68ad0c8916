import { expect, it } from 'vitest'
import { addMonths, isWithinTerms } from '../../../src/domain/commissions/is-within-terms.js'

const lifetime = { commission_sales: 'every', commission_months: null } as const
const first = { commission_sales: 'first', commission_months: null } as const
const twoMonths = { commission_sales: 'every', commission_months: 2 } as const
const ms = (text: string) => Date.parse(text)

it.each([
  [lifetime, '2030-01-01', undefined, true],
  [lifetime, '2030-01-01', '2020-01-01', true],
  [first, '2030-01-01', undefined, true],
  [first, '2030-01-01', '2030-01-01', false],
  [twoMonths, '2026-03-14T23:59:59Z', '2026-01-15', true],
  [twoMonths, '2026-03-15', '2026-01-15', false],
])('by %j a sale on %s after a first one on %s is paid: %s', (terms, at, firstAt, expected) => {
  expect(isWithinTerms(terms, ms(at), firstAt === undefined ? undefined : ms(firstAt))).toBe(
    expected,
  )
})

it.each([
  ['2026-01-31', 1, '2026-02-28'],
  ['2028-01-31', 1, '2028-02-29'],
  ['2026-12-31', 2, '2027-02-28'],
  ['2026-08-31', 12, '2027-08-31'],
])('%s and %i months is %s', (from, months, to) => {
  expect(addMonths(ms(from), months)).toBe(ms(to))
})
