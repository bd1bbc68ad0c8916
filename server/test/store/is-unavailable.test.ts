import pg from 'pg'
import { expect, it } from 'vitest'
import { isUnavailable } from '../../src/store/errors/is-unavailable.js'

it.each([
  ['53300', true],
  ['53100', true],
  ['57P01', true],
  ['57P03', true],
  ['08006', true],
  ['25006', true],
  ['SQLITE_FULL', true],
  ['SQLITE_IOERR_WRITE', true],
  ['SQLITE_BUSY', true],
  ['23505', false],
  ['42P01', false],
  ['SQLITE_CONSTRAINT_UNIQUE', false],
])('an error with the code %s is passing: %s', (code, isPassing) => {
  const error = code.startsWith('SQLITE')
    ? new Error('disk')
    : new pg.DatabaseError('server', 1, 'error')
  expect(isUnavailable(Object.assign(error, { code }))).toBe(isPassing)
})
