import type { Kysely } from 'kysely'
import type { Database } from './database.js'

/** Runs `read`, which sees one moment of the database however long it takes; writers go on meanwhile. */
export const inSnapshot = <T>(
  db: Kysely<Database>,
  read: (db: Kysely<Database>) => Promise<T>,
): Promise<T> =>
  db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(read)
