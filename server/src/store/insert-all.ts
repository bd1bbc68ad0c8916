import { type Insertable, type Kysely, sql } from 'kysely'
import type { Database } from './database.js'
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
  const columns = sql.join(Object.keys(rows[0] ?? {}).map((column) => sql.ref(column)))
  await sql`
    insert into ${sql.table(table)} (${columns})
    select * from ${jsonRows(db, table, rows)} as added`.execute(db)
}
