import { type Kysely, PostgresAdapter, type RawBuilder, type SqlBool } from 'kysely'
import type { Database } from '../database.js'
import { isAmong as postgres } from '../postgres/is-among.js'
import { isAmong as sqlite } from '../sqlite/is-among.js'

/**
 * Whether a column has one of these values, as one parameter: the statement is the same for any number
 * of them, so it is prepared once.
 */
export function isAmong(
  db: Kysely<Database>,
  column: string,
  values: readonly string[],
): RawBuilder<SqlBool> {
  const isPostgres = db.getExecutor().adapter instanceof PostgresAdapter
  return (isPostgres ? postgres : sqlite)(column, values)
}
