/** The middle one; `undefined` when there is none. */
export const median = (numbers) =>
  numbers.filter((number) => number !== undefined).toSorted((a, b) => a - b)[
    Math.floor(numbers.length / 2)
  ]
