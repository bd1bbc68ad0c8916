import type { PostgresPool, PostgresPoolClient } from 'kysely'
import pg from 'pg'
import { PollenError } from '../../errors/pollen-error.js'
import { codeOf } from '../errors/code-of.js'
import { DatabaseLostError } from '../errors/database-lost-error.js'
import { READS_ONLY } from './codes.js'
import type { PreparedStatements } from './prepared-statements.js'

/** Beyond these the next one is refused at once: it would wait longer than its sender does. */
const MOST_WAITING = 1000

/**
 * The pool as Kysely uses it, watched for what pg leaves to others: a bounded queue, and a connection
 * that failed, gave no answer in time or leads to a database that takes no writes is never used again.
 *
 * @param prepared `undefined` where every statement is sent as it is.
 */
export const watchedPool = (
  pool: pg.Pool,
  prepared: PreparedStatements | undefined,
): PostgresPool => ({
  connect: async () => {
    if (pool.waitingCount >= MOST_WAITING) throw new PollenError('overloaded')
    return watched(await pool.connect().catch(lost), prepared)
  },
  end: () => pool.end(),
})

function watched(
  client: pg.PoolClient,
  prepared: PreparedStatements | undefined,
): PostgresPoolClient {
  let isBroken = false
  const send = (text: string, values: unknown[], name: string | undefined) =>
    client.query({ ...(name && { name }), text, values }).catch((error: unknown) => {
      if (codeOf(error) === READS_ONLY) isBroken = true
      // PostgreSQL's own word, or a parameter that pg cannot write: the connection is sound.
      if (error instanceof pg.DatabaseError || error instanceof TypeError) throw error
      isBroken = true
      return lost(error)
    })
  const query = (text: string, values: unknown[]) => {
    const name = prepared?.nameOf(text, values)
    return send(text, values, name).catch((error: unknown) => {
      if (name === undefined || !prepared?.isRefused(error)) throw error
      // Within a transaction nothing works any more, and the reason is the first error.
      return send(text, values, undefined).catch(() => Promise.reject(error))
    })
  }
  return {
    // Kysely has cursors too, for streams, which are not used here.
    query: query as unknown as PostgresPoolClient['query'],
    release: () => client.release(isBroken),
  }
}

function lost(error: unknown): never {
  throw error instanceof pg.DatabaseError ? error : new DatabaseLostError(error)
}
