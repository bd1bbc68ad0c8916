import { invalid } from '../invalid.js'
import { parseTime } from './parse-time.js'

/**
 * Reads a point in time.
 *
 * @returns Milliseconds since the epoch.
 * @throws PollenError `invalid`, naming `field`.
 */
export function readTime(value: unknown, field: string): number {
  const time = parseTime(value)
  if (time !== undefined) return time
  throw invalid(field, 'must be a Unix time or ISO 8601, such as 2030-01-31')
}
