import type { KyselyPlugin, UnknownRow } from 'kysely'

const toRow = (row: UnknownRow): UnknownRow =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      typeof value === 'bigint' && !name.endsWith('_micros') ? Number(value) : value,
    ]),
  )

/**
 * Makes rows the same on every database. Both drivers are told to read 64-bit integers as `bigint`,
 * so that no amount of money loses a digit; everything that is not money (`…_micros`) is a `number`.
 */
export const integersPlugin: KyselyPlugin = {
  transformQuery: ({ node }) => node,
  transformResult: async ({ result }) => ({ ...result, rows: result.rows.map(toRow) }),
}
