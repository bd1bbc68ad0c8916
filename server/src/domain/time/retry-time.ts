/** Before the second attempt; it doubles with each one. */
const FIRST_DELAY_MS = 10_000

/** Even after many attempts a receiver that is back is noticed within these four hours. */
const LONGEST_DELAY_MS = 4 * 60 * 60 * 1000

/** The furthest an attempt is ever put off: the longest delay, and a fifth of it. */
export const LATEST_RETRY_MS = LONGEST_DELAY_MS * 1.2

/** A message that could not be delivered within a day of its first attempt is given up. */
export const RETRY_PERIOD_MS = 24 * 60 * 60 * 1000

/**
 * When to try again after an attempt that failed: after 10 seconds, 20, 40 and so on to four hours,
 * each up to a fifth shorter or longer, so that messages which failed together do not come together;
 * the last time a day after the first attempt.
 *
 * @param failed How many attempts failed in this round, this one included.
 * @param firstAttemptAt Milliseconds since the epoch, as `now`.
 * @param random From 0 to 1.
 * @returns Milliseconds since the epoch; `undefined` when it is given up.
 */
export function retryTime(
  failed: number,
  firstAttemptAt: number,
  now: number,
  random: number,
): number | undefined {
  const end = firstAttemptAt + RETRY_PERIOD_MS
  if (now >= end) return undefined
  const delay = Math.min(FIRST_DELAY_MS * 2 ** (failed - 1), LONGEST_DELAY_MS)
  return Math.min(now + Math.round(delay * (0.8 + 0.4 * random)), end)
}
