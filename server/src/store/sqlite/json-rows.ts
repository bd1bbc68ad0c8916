import { type RawBuilder, sql } from 'kysely'

/**
 * The rows of a JSON array as a derived table; columns take the types of those they are compared with
 * or inserted into (https://www.sqlite.org/json1.html#jeach). Each row is an array, for SQLite looks
 * for a member by its name again and again, and for a place in an array in half the time.
 *
 * @param columns All that the rows have.
 */
export function jsonRows<Column extends string>(
  _table: string,
  columns: readonly Column[],
  rows: readonly Record<Column, unknown>[],
  toJson: (value: unknown) => string,
): RawBuilder<unknown> {
  const json = toJson(rows.map((row) => columns.map((column) => row[column])))
  const members = columns.map((column, place) => `value ->> ${place} as "${column}"`)
  return sql`(select ${sql.raw(members.join(', '))} from json_each(${json}))`
}
