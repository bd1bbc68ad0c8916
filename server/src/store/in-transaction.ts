import type { Kysely, Transaction } from 'kysely'
import type { Database } from './database.js'
import { isPassing } from './errors/is-passing.js'
import { isUniqueViolation } from './errors/is-unique-violation.js'

/**
 * Runs `work` in a database transaction; once more where another writer was quicker with the same id
 * or key, whose record the second run then finds, and where it was given up for what passes (see
 * `isPassing`).
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
    if (isUniqueViolation(error) || isPassing(error)) return run()
    throw error
  }
}
