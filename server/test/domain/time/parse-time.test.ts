import { expect, it } from 'vitest'
import { isoTime } from '../../../src/domain/time/iso-time.js'
import { parseTime } from '../../../src/domain/time/parse-time.js'

it.each([
  [1746807733, '2025-05-09T16:22:13.000000Z'],
  ['1746807733', '2025-05-09T16:22:13.000000Z'],
  [1746807733123, '2025-05-09T16:22:13.123000Z'],
  ['2025-05-09T17:42:13.000000Z', '2025-05-09T17:42:13.000000Z'],
  ['2025-05-09T17:42:13+02:00', '2025-05-09T15:42:13.000000Z'],
  ['2025-05-09', '2025-05-09T00:00:00.000000Z'],
  [0, '1970-01-01T00:00:00.000000Z'],
])('reads %j as %s', (value, iso) => {
  const ms = parseTime(value)
  expect(ms === undefined ? undefined : isoTime(ms)).toBe(iso)
})

it.each(['yesterday', '', '2025-13-40', -5, 1.5, 1e300, true, {}, '9'.repeat(20)])(
  'reads %j as no time',
  (value) => {
    expect(parseTime(value)).toBeUndefined()
  },
)
