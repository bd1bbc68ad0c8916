/**
 * By how much a figure changed.
 *
 * @returns `12` for 12 % more; `undefined` where there was nothing before to compare with.
 */
export const changeOf = (now: number, before: number): number | undefined =>
  before === 0 ? undefined : Math.round((100 * (now - before)) / before)
