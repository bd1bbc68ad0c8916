import { type RawBuilder, sql } from 'kysely'
import { columnList } from '../statements/column-list.js'

/**
 * The rows of a JSON array as a derived table; columns have the types that they have in `table`
 * (https://www.postgresql.org/docs/current/functions-json.html).
 */
export function jsonRows(
  table: string,
  columns: readonly string[],
  rows: readonly object[],
  toJson: (value: unknown) => string,
): RawBuilder<unknown> {
  const types = sql`null::${sql.table(table)}`
  return sql`(select ${columnList(columns)} from json_populate_recordset(${types}, ${toJson(rows)}))`
}
