/** Milliseconds since the epoch as ISO 8601 with microseconds: `2025-05-09T17:42:13.000000Z`. */
export const isoTime = (ms: number): string => new Date(ms).toISOString().replace('Z', '000Z')

/** The same where there may be no time. */
export const isoTimeOrNull = (ms: number | null): string | null =>
  ms === null ? null : isoTime(ms)

/** The day alone, in UTC: `2025-05-09`. */
export const isoDate = (ms: number): string => new Date(ms).toISOString().slice(0, 10)
