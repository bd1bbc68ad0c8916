/**
 * By how much a figure changed.
 *
 * @returns `12` for 12 % more; `undefined` for what there was nothing of before.
 */
export const changeOf = (now: number, before: number): number | undefined =>
  now === before ? 0 : before === 0 ? undefined : Math.round((100 * (now - before)) / before)
