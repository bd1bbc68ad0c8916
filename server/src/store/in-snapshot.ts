import { type Kysely, PostgresAdapter, sql } from 'kysely'
import type { Database } from './database.js'
import { BEGIN_SNAPSHOT as postgres } from './postgres/begin-snapshot.js'
import { BEGIN_SNAPSHOT as sqlite } from './sqlite/begin-snapshot.js'

/** Runs `read`, which sees one moment of the database however long it takes; writers go on meanwhile. */
export function inSnapshot<T>(
  db: Kysely<Database>,
  read: (db: Kysely<Database>) => Promise<T>,
): Promise<T> {
  const begin = db.getExecutor().adapter instanceof PostgresAdapter ? postgres : sqlite
  return db.connection().execute(async (connection) => {
    await sql.raw(begin).execute(connection)
    try {
      return await read(connection)
    } finally {
      await sql`commit`.execute(connection)
    }
  })
}
