/** By how many per cent a figure has grown, to one decimal; 0 where there was nothing to grow from. */
export const growth = (now: number, before: number): number =>
  before === 0 ? 0 : Math.round(((now - before) / before) * 1000) / 10

/**
 * What part of `whole` is `part`, in per cent, to one decimal; 0 of nothing. Never more than 100: who
 * signed up did come, also where the click was never seen or has been deleted.
 */
export const percentage = (part: number, whole: number): number =>
  whole === 0 ? 0 : Math.round(Math.min(part / whole, 1) * 1000) / 10
