/** Seconds since the epoch have fewer digits than this until the year 5138, milliseconds since 1973. */
const SMALLEST_MS = 100_000_000_000

/** The end of the year 9999, the last that ISO 8601 writes in four digits. */
const LATEST_MS = 253_402_300_799_999

/**
 * Reads a point in time as clients write it: Unix seconds or milliseconds, as a number or as text, or
 * ISO 8601.
 *
 * @returns Milliseconds since the epoch; `undefined` when it is neither.
 */
export function parseTime(value: unknown): number | undefined {
  if (typeof value !== 'number' && typeof value !== 'string') return undefined
  const text = String(value).trim()
  if (/^\d+$/.test(text)) return inRange(fromUnix(Number(text)))
  return /^\d{4}-\d\d-\d\d/.test(text) ? inRange(Date.parse(text)) : undefined
}

const fromUnix = (time: number) => (time < SMALLEST_MS ? time * 1000 : time)

const inRange = (ms: number) => (ms >= 0 && ms <= LATEST_MS ? ms : undefined)
