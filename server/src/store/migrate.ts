import { type Kysely, Migrator } from 'kysely'
import type { Database } from './database.js'
import { migrations } from './migrations/index.js'

/**
 * Brings the tables up to date: all missing migrations or none, in one database transaction that
 * makes other servers starting at the same time wait.
 *
 * @throws What went wrong in the migration that failed.
 */
export async function migrate(db: Kysely<Database>): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } })
  const { error } = await migrator.migrateToLatest()
  if (error) throw error
}
