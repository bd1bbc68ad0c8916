/** A day in milliseconds. */
export const DAY_MS = 24 * 60 * 60 * 1000

/** Whole days since the epoch, UTC. @param time In milliseconds since the epoch. */
export const dayOf = (time: number): number => Math.floor(time / DAY_MS)
