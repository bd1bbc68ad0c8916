import { type Insertable, type Kysely, type Selectable, sql } from 'kysely'
import type { Database } from '../database.js'
import { columnList } from './column-list.js'
import { jsonRows } from './json-rows.js'

/**
 * Inserts what is not there yet, in one statement; a row whose key is taken changes nothing.
 *
 * @param rows All with the same members, see `jsonRows`. Two nodes that insert the same rows must not wait
 *   for each other in a circle, so callers have them in one order everywhere.
 * @param returning What to tell of the rows that were new.
 */
export async function insertMissing<
  Table extends keyof Database & string,
  Column extends keyof Selectable<Database[Table]> & string,
>(
  db: Kysely<Database>,
  table: Table,
  rows: readonly Insertable<Database[Table]>[],
  returning: readonly Column[],
): Promise<Pick<Selectable<Database[Table]>, Column>[]> {
  if (rows.length === 0) return []
  // Without `where true`, SQLite would read `on conflict` as the beginning of a join's `on`.
  const inserted = await sql<Pick<Selectable<Database[Table]>, Column>>`
    insert into ${sql.table(table)} (${columnList(Object.keys(rows[0] ?? {}))})
    select * from ${jsonRows(db, table, rows)} as missing where true
    on conflict do nothing returning ${columnList(returning)}`.execute(db)
  return inserted.rows
}
