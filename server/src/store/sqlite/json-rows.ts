import { type RawBuilder, sql } from 'kysely'

/**
 * The rows of a JSON array as a derived table; columns take the types of those they are compared with
 * or inserted into (https://www.sqlite.org/json1.html#jeach).
 */
export function jsonRows(_table: string, columns: string[], json: string): RawBuilder<unknown> {
  const members = columns.map((column) => sql`value ->> ${sql.lit(column)} as ${sql.ref(column)}`)
  return sql`(select ${sql.join(members)} from json_each(${json}))`
}
