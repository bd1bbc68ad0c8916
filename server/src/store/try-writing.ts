import { randomBytes } from 'node:crypto'
import { type Kysely, PostgresAdapter, sql } from 'kysely'
import type { Database } from './database.js'

/** More than the gaps that other rows left behind; random, so that it is not stored in less. */
const FILLING_BYTES = 48 * 1024

/**
 * Writes a table that needs room of its own and takes it away again. Reading says nothing of a full disk,
 * nor of a database that only reads since another became the primary.
 *
 * @throws What the database says.
 */
export const tryWriting = (db: Kysely<Database>): Promise<void> =>
  db.getExecutor().adapter instanceof PostgresAdapter ? tryPostgres(db) : trySqlite(db)

/** The table takes its room when it is written, so nobody ever needs to see it. */
async function tryPostgres(db: Kysely<Database>): Promise<void> {
  const undone = new Error('undone')
  const writing = db.transaction().execute(async (trx) => {
    await writeTable(trx)
    throw undone
  })
  await writing.catch((error) => {
    if (error !== undone) throw error
  })
}

/** The disk is asked at the commit. What a process that was killed then has left is dropped first. */
async function trySqlite(db: Kysely<Database>): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await dropTable(trx)
    await writeTable(trx)
  })
  await dropTable(db)
}

async function writeTable(trx: Kysely<Database>): Promise<void> {
  await sql`create table write_trial (filling text)`.execute(trx)
  const filling = randomBytes(FILLING_BYTES).toString('base64')
  await sql`insert into write_trial values (${filling})`.execute(trx)
}

const dropTable = (db: Kysely<Database>) => sql`drop table if exists write_trial`.execute(db)
