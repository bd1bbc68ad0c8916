import { DAY_MS } from './day-ms.js'

/** More than daemons correct at once on a machine that is well, or summer time, which UTC knows not. */
const JUMP_MS = 60 * 60_000

/**
 * Notices that the clock was set, by one that only goes forward.
 *
 * @returns Asked with the time by both clocks, in milliseconds, every now and then: whether nobody has
 *   set the clock for a day.
 */
export function clockWatch(): (now: number, forward: number) => boolean {
  let apart: number | undefined
  let setAt = Number.NEGATIVE_INFINITY
  return (now, forward) => {
    const before = apart ?? now - forward
    apart = now - forward
    if (Math.abs(apart - before) > JUMP_MS) setAt = forward
    return forward - setAt > DAY_MS
  }
}
