import type { PostgresPool, PostgresPoolClient } from 'kysely'
import pg from 'pg'
import { PollenError } from '../../errors/pollen-error.js'
import { codeOf } from '../code-of.js'
import { DatabaseLostError } from '../database-lost-error.js'
import { READS_ONLY } from './codes.js'

/** Beyond these the next one is refused at once: it would wait longer than its sender does. */
const MOST_WAITING = 1000

/**
 * The pool as Kysely uses it, watched for what pg leaves to others: a bounded queue, and a connection
 * that failed, gave no answer in time or leads to a database that takes no writes is never used again.
 */
export const watchedPool = (pool: pg.Pool): PostgresPool => ({
  connect: async () => {
    if (pool.waitingCount >= MOST_WAITING) throw new PollenError('overloaded')
    return watched(await pool.connect().catch(lost))
  },
  end: () => pool.end(),
})

function watched(client: pg.PoolClient): PostgresPoolClient {
  let isBroken = false
  const query = (text: string, parameters: unknown[]) =>
    client.query(text, parameters).catch((error: unknown) => {
      if (codeOf(error) === READS_ONLY) isBroken = true
      // PostgreSQL's own word, or a parameter that pg cannot write: the connection is sound.
      if (error instanceof pg.DatabaseError || error instanceof TypeError) throw error
      isBroken = true
      return lost(error)
    })
  return {
    // Kysely has cursors too, for streams, which are not used here.
    query: query as unknown as PostgresPoolClient['query'],
    release: () => client.release(isBroken),
  }
}

function lost(error: unknown): never {
  throw error instanceof pg.DatabaseError ? error : new DatabaseLostError(error)
}
