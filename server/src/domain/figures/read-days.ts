import { invalid } from '../invalid.js'
import { DAY_MS, dayOf } from '../time/day-ms.js'
import { isoDate } from '../time/iso-time.js'

/** Whole days since the epoch, UTC, both of which belong to it. */
export interface Days {
  from: number
  to: number
}

/** As many as a report tells of: a year, and the month before it. */
const MOST_DAYS = 400

/** Of a report that names none: today and the days before. */
const USUAL_DAYS = 30

/**
 * Reads which days a report is about.
 *
 * @param asked As written in the query, `2026-01-31`; both may be missing.
 * @param now Milliseconds since the epoch.
 * @throws PollenError `invalid`
 */
export function readDays(asked: { from?: string; to?: string }, now: number): Days {
  const to = readDay('to', asked.to) ?? dayOf(now)
  const from = readDay('from', asked.from) ?? to - USUAL_DAYS + 1
  if (from > to) throw invalid('from', `must not be after ${dayText(to)}, where the report ends`)
  if (to - from >= MOST_DAYS) {
    throw invalid(
      'from',
      `must be ${dayText(to - MOST_DAYS + 1)} or later: ${MOST_DAYS} days at most`,
    )
  }
  return { from, to }
}

function readDay(field: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  const ms = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(text) : Number.NaN
  // February 30th is read as March 2nd.
  if (Number.isNaN(ms) || isoDate(ms) !== text) {
    throw invalid(field, 'must be a day such as 2026-01-31')
  }
  return dayOf(ms)
}

/** As many days, up to the day before these begin. */
export const daysBefore = ({ from, to }: Days): Days => ({
  from: from - (to - from) - 1,
  to: from - 1,
})

/** A day as text: `2026-01-31`. */
export const dayText = (day: number): string => isoDate(day * DAY_MS)

/** The first millisecond of the days, and the first after them. */
export const timesOf = ({ from, to }: Days): { start: number; end: number } => ({
  start: from * DAY_MS,
  end: (to + 1) * DAY_MS,
})
