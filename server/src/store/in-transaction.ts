import type { Kysely, Transaction } from 'kysely'
import type { Database } from './database.js'
import { isDeadlock } from './is-deadlock.js'
import { isUniqueViolation } from './is-unique-violation.js'

/**
 * Runs `work` in a database transaction; once more where another writer was quicker with the same id
 * or key, whose record the second run then finds, and where it and another waited for each other.
 *
 * @param work Changes nothing but the database.
 */
export async function inTransaction<T>(
  db: Kysely<Database>,
  work: (trx: Transaction<Database>) => Promise<T>,
): Promise<T> {
  const run = () => db.transaction().execute(work)
  try {
    return await run()
  } catch (error) {
    if (isUniqueViolation(error) || isDeadlock(error)) return run()
    throw error
  }
}
