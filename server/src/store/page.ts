/** One page of a list, sorted by when its rows were created. */
export interface Page {
  /** Rows at most. */
  limit: number
  /** From 1. */
  number: number
  sort: 'asc' | 'desc'
}

/**
 * How far to read: one row more than the page holds, which tells whether there is a next page without
 * counting the whole table.
 */
export const limitAndOffset = ({ limit, number }: Page) => ({
  limit: limit + 1,
  offset: (number - 1) * limit,
})
