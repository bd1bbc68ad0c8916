import { type RawBuilder, sql } from 'kysely'

/**
 * The rows of a JSON array as a derived table; columns have the types that they have in `table`
 * (https://www.postgresql.org/docs/current/functions-json.html).
 */
export function jsonRows(table: string, columns: string[], json: string): RawBuilder<unknown> {
  const members = sql.join(columns.map((column) => sql.ref(column)))
  const types = sql`null::${sql.table(table)}`
  return sql`(select ${members} from json_populate_recordset(${types}, ${json}))`
}
