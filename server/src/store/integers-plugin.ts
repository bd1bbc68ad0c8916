import type { KyselyPlugin, UnknownRow } from 'kysely'

/**
 * Makes rows the same on every database. Both drivers are told to read 64-bit integers as `bigint`,
 * so that no amount of money loses a digit; everything that is not money (`…_micros`) is a `number`.
 */
export const integersPlugin: KyselyPlugin = {
  transformQuery: ({ node }) => node,
  transformResult: async ({ result }) => {
    for (const row of result.rows) readIntegers(row)
    return result
  },
}

/** In the row itself, which is the driver's and new: a copy of it would cost more than reading it. */
function readIntegers(row: UnknownRow): void {
  for (const name of Object.keys(row)) {
    const value = row[name]
    if (typeof value === 'bigint' && !name.endsWith('_micros')) row[name] = Number(value)
  }
}
