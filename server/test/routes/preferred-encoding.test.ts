import { expect, it } from 'vitest'
import { preferredEncoding } from '../../src/routes/preferred-encoding.js'

it.each([
  ['gzip, deflate, br, zstd', 'br'],
  ['gzip, deflate', 'gzip'],
  ['GZIP;q=0.5', 'gzip'],
  ['br;q=0, gzip', 'gzip'],
  ['br;q=0.0', 'identity'],
  ['deflate', 'identity'],
  ['', 'identity'],
  [undefined, 'identity'],
])('for %j is %s', (accepted, encoding) => {
  expect(preferredEncoding(accepted)).toBe(encoding)
})
