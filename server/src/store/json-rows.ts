import { type Kysely, PostgresAdapter, type RawBuilder } from 'kysely'
import type { Database } from './database.js'
import { jsonRows as postgres } from './postgres/json-rows.js'
import { jsonRows as sqlite } from './sqlite/json-rows.js'

/**
 * Rows as one parameter: however many there are, the statement is the same, and neither Kysely nor the
 * driver has work for each value.
 *
 * @param table Whose columns they are like.
 * @param rows At least one, all with the same members; texts, `null` and numbers, no `bigint`.
 */
export function jsonRows<Row extends object>(
  db: Kysely<Database>,
  table: keyof Database,
  rows: readonly Row[],
): RawBuilder<Row> {
  const isPostgres = db.getExecutor().adapter instanceof PostgresAdapter
  const columns = Object.keys(rows[0] ?? {})
  return (isPostgres ? postgres : sqlite)(table, columns, JSON.stringify(rows)).$castTo<Row>()
}
