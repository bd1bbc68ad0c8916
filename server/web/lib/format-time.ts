import { lazily } from './lazily.js'

const day = lazily(() => new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' }))
const dayAndTime = lazily(
  () => new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' }),
)
const ago = lazily(() => new Intl.RelativeTimeFormat(undefined, { numeric: 'auto' }))

/** `9 May 2026`, where the reader is. */
export const formatDay = (time: string): string => day().format(new Date(time))

/** `9 May 2026, 17:42`, where the reader is. */
export const formatTime = (time: string): string => dayAndTime().format(new Date(time))

const UNITS = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
] as const

/**
 * `3 minutes ago`.
 *
 * @param time ISO 8601.
 * @param nowMs Milliseconds since the epoch.
 */
export function formatAgo(time: string, nowMs: number): string {
  const seconds = (nowMs - Date.parse(time)) / 1000
  const [unit, size] = UNITS.find(([, size]) => seconds >= size) ?? ['second', 1]
  return seconds < 10 ? 'just now' : ago().format(-Math.floor(seconds / size), unit)
}
