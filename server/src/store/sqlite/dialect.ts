import { type Dialect, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from 'kysely'
import Sqlite from 'libsql'
import { createDriver } from './driver.js'

/** How long a statement waits for another process that is writing, in milliseconds. */
const BUSY_TIMEOUT_MS = 10_000

/**
 * SQLite in this process, durable at every commit.
 *
 * @param url `sqlite:./pollen.db`, the path as it would be typed.
 * @throws When the file can be neither opened nor made.
 */
export function sqliteDialect(url: string): Dialect {
  const path = url.slice('sqlite:'.length)
  return {
    createAdapter,
    createDriver: () => createDriver(() => openFile(path)),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  }
}

function openFile(path: string): Sqlite.Database {
  const database = connect(path)
  database.defaultSafeIntegers(true)
  database.pragma('journal_mode = WAL')
  // In WAL mode only FULL syncs the log at each commit: acknowledged means on disk.
  database.pragma('synchronous = FULL')
  database.pragma('foreign_keys = ON')
  return database
}

function connect(path: string): Sqlite.Database {
  try {
    return new Sqlite(path, { timeout: BUSY_TIMEOUT_MS })
  } catch (cause) {
    throw new Error('the file can be neither opened nor made; is its folder there and writable?', {
      cause,
    })
  }
}

/**
 * SQLite can roll back `create table`, which Kysely does not make use of by default. With it, all
 * migrations run in one transaction, and that transaction (see `writeTurns`) is the lock which two
 * servers starting at once need.
 */
function createAdapter(): SqliteAdapter {
  return Object.defineProperty(new SqliteAdapter(), 'supportsTransactionalDdl', { value: true })
}
