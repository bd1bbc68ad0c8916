import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync, statSync } from 'node:fs'
import Sqlite from 'libsql'
import { reasonOf } from '../errors/reason-of.js'
import { newestMigration } from '../migrate.js'

/** What `pollen-server backup` and `restore` tell. */
export interface BackedUp {
  file: string
  bytes: number
  /** The newest migration in it: restored, it is brought up to date by whichever server starts on it. */
  migration: string
}

/**
 * Copies a database to `file` as it is at this moment, while servers go on using it. The copy is whole
 * and checked before it takes its name.
 *
 * @param path Of the database.
 * @throws One sentence for an operator.
 */
export function backUp(path: string, file: string): BackedUp {
  if (!existsSync(path)) throw new Error(`There is no database ${path}.`)
  const partial = `${file}.partial`
  rmSync(partial, { force: true })
  try {
    copy(path, partial)
    const migration = check(partial)
    sync(partial)
    renameSync(partial, file)
    return { file, bytes: statSync(file).size, migration }
  } catch (cause) {
    rmSync(partial, { force: true })
    throw new Error(`${path} cannot be copied to ${file}: ${reasonOf(cause)}`, { cause })
  }
}

/** https://www.sqlite.org/lang_vacuum.html#vacuuminto */
function copy(path: string, to: string): void {
  const database = new Sqlite(path, { readonly: true, timeout: 10_000 })
  try {
    database.prepare('vacuum into ?').run(to)
  } finally {
    database.close()
  }
}

/**
 * Puts a backup in the place of a database that no server uses.
 *
 * @param path Of the database, which is replaced if it is there.
 * @throws One sentence for an operator; then nothing has changed.
 */
export function restore(file: string, path: string): BackedUp {
  if (!existsSync(file)) throw new Error(`There is no backup ${file}.`)
  assertKnown(file, check(file))
  if (existsSync(path)) assertUnused(path)
  const { bytes, migration } = backUp(file, path)
  return { file, bytes, migration }
}

/** @throws When the file is damaged, or is not ours. @returns Its newest migration. */
function check(file: string): string {
  const database = new Sqlite(file, { readonly: true })
  try {
    const damage = database.prepare('pragma integrity_check').pluck().all()
    if (damage.join() !== 'ok')
      throw new Error(`${file} is damaged: ${damage.slice(0, 3).join(', ')}.`)
    const [newest] = database.prepare('select max(name) from kysely_migration').pluck().all()
    return String(newest)
  } catch (cause) {
    if (cause instanceof Sqlite.SqliteError) {
      throw new Error(`${file} is no database of pollen-server: ${cause.message}.`, { cause })
    }
    throw cause
  } finally {
    database.close()
  }
}

/** @throws When a newer version has migrated it: this one does not know what it would have to write. */
function assertKnown(file: string, migration: string): void {
  if (migration <= newestMigration) return
  throw new Error(
    `${file} is of a newer version: it has the migration ${migration}, and this version knows none ` +
      `after ${newestMigration}. Restore it with the version that made it, or a newer one.`,
  )
}

/** Takes the file for itself, and with it what its write-ahead log still holds. */
function assertUnused(path: string): void {
  const database = new Sqlite(path, { timeout: 0 })
  try {
    database.pragma('locking_mode = exclusive')
    // Out of WAL mode nobody else may have the file open (https://www.sqlite.org/wal.html).
    database.pragma('journal_mode = delete')
    database.exec('begin exclusive')
    database.exec('rollback')
  } catch (cause) {
    throw new Error(`${path} is in use: stop the server first.`, { cause })
  } finally {
    database.close()
  }
}

function sync(path: string): void {
  const file = openSync(path, 'r+')
  fsyncSync(file)
  closeSync(file)
}
