const DAY_MS = 86_400_000

/** A range of UTC days: `from=2026-05-01&to=2026-05-30`, today being the last. */
export function lastDays(count: number, nowMs: number): string {
  const day = (ms: number) => new Date(ms).toISOString().slice(0, 10)
  return `from=${day(nowMs - (count - 1) * DAY_MS)}&to=${day(nowMs)}`
}

/** How many days are shown unless others are chosen. */
export const USUAL_DAYS = 30

/** Where the figures of a range of days are asked for. */
export const daysPath = (range: string): string => `/reports/days?${range}`
