import { type Insertable, type Kysely, sql } from 'kysely'
import type { Database } from '../database.js'
import { columnList } from './column-list.js'
import { jsonRows } from './json-rows.js'

/**
 * Inserts rows in one statement; where a key is taken it fails.
 *
 * @param rows All with the same members, see `jsonRows`.
 */
export async function insertAll<Table extends keyof Database & string>(
  db: Kysely<Database>,
  table: Table,
  rows: readonly Insertable<Database[Table]>[],
): Promise<void> {
  if (rows.length === 0) return
  await sql`
    insert into ${sql.table(table)} (${columnList(Object.keys(rows[0] ?? {}))})
    select * from ${jsonRows(db, table, rows)} as added`.execute(db)
}
