/** https://www.rfc-editor.org/rfc/rfc9110#section-15: try again, later or elsewhere. */
const RETRYABLE = new Set([408, 429, 500, 502, 503, 504])

const FIRST_DELAY_MS = 500

/** Whoever is told to wait longer should not do so inside a request of their own. */
const LONGEST_WAIT_MS = 30_000

/**
 * How long to wait before a failed call is made again.
 *
 * @param failure.status `undefined` when there was no answer.
 * @param failure.retryAfter The header as it came: seconds or an HTTP date.
 * @param tries How often the call was made before this failure; 0 for the first.
 * @param now Milliseconds since the epoch.
 * @param random From 0 to 1: spreads callers that failed together.
 * @returns Milliseconds; `undefined` when the call should not be made again.
 */
export function retryDelayMs(
  { status, retryAfter }: { status: number | undefined; retryAfter: string | null },
  tries: number,
  now: number,
  random: number,
): number | undefined {
  if (status !== undefined && !RETRYABLE.has(status)) return undefined
  const wanted = retryAfter === null ? Number.NaN : waitOf(retryAfter, now)
  if (wanted > LONGEST_WAIT_MS) return undefined
  const backOff = FIRST_DELAY_MS * 2 ** tries * (0.5 + random)
  return Math.max(backOff, wanted || 0)
}

const waitOf = (retryAfter: string, now: number): number =>
  /^\d+$/.test(retryAfter) ? Number(retryAfter) * 1000 : Date.parse(retryAfter) - now
