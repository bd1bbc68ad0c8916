import { type Kysely, PostgresAdapter, type RawBuilder } from 'kysely'
import type { Database } from '../database.js'
import { jsonRows as postgres } from '../postgres/json-rows.js'
import { jsonRows as sqlite } from '../sqlite/json-rows.js'

/**
 * Rows as one parameter: however many there are, the statement is the same, and neither Kysely nor the
 * driver has work for each value.
 *
 * @param table Whose columns they are like.
 * @param rows At least one, all with the same members; texts, `null` and numbers, and `bigint` in
 *   columns of money (`…_micros`) alone.
 */
export function jsonRows<Row extends object>(
  db: Kysely<Database>,
  table: keyof Database,
  rows: readonly Row[],
): RawBuilder<Row> {
  const isPostgres = db.getExecutor().adapter instanceof PostgresAdapter
  const columns = Object.keys(rows[0] ?? {}) as (keyof Row & string)[]
  const hasMoney = columns.some((column) => column.endsWith('_micros'))
  const toJson = (value: unknown) => JSON.stringify(value, hasMoney ? bigintAsText : undefined)
  return (isPostgres ? postgres : sqlite)(table, columns, rows, toJson).$castTo<Row>()
}

/** Read as an integer again where it is inserted: JSON's numbers are not exact beyond 2^53. */
const bigintAsText = (_name: string, value: unknown) =>
  typeof value === 'bigint' ? String(value) : value
