import { DEFAULT_MIGRATION_TABLE, type Kysely, Migrator, sql } from 'kysely'
import type { Database } from './database.js'
import { migrations } from './migrations/index.js'

/** The last one that this version knows: what its tables look like. */
export const newestMigration = Object.keys(migrations).sort().at(-1) ?? ''

/**
 * Brings the tables up to date: all missing migrations or none, in one database transaction that
 * makes other servers starting at the same time wait. What a newer version has migrated is let stand:
 * while servers are replaced one by one, an older one may have to start again (see CONTRIBUTING.md).
 *
 * @throws What went wrong in the migration that failed.
 */
export async function migrate(db: Kysely<Database>): Promise<void> {
  const newer = await newerMigrations(db)
  const nothing = Object.fromEntries(newer.map((name) => [name, { up: async () => {} }]))
  const getMigrations = async () => ({ ...migrations, ...nothing })
  const { error } = await new Migrator({ db, provider: { getMigrations } }).migrateToLatest()
  if (!error) return
  // A newer version may have been quicker while this one waited.
  if ((await newerMigrations(db)).length > newer.length) return migrate(db)
  throw error
}

/** Names of those that this version brings and the database does not have. */
export async function missingMigrations(db: Kysely<Database>): Promise<string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true })
  const names = Object.keys(migrations).sort()
  if (!tables.some(({ name }) => name === DEFAULT_MIGRATION_TABLE)) return names
  const { rows } = await sql<{ name: string }>`
    select name from ${sql.table(DEFAULT_MIGRATION_TABLE)}`.execute(db)
  const done = new Set(rows.map(({ name }) => name))
  return names.filter((name) => !done.has(name))
}

/** Names of those that the database has and this version does not know. */
export async function newerMigrations(db: Kysely<Database>): Promise<string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true })
  if (!tables.some(({ name }) => name === DEFAULT_MIGRATION_TABLE)) return []
  const { rows } = await sql<{ name: string }>`
    select name from ${sql.table(DEFAULT_MIGRATION_TABLE)} where name > ${newestMigration} order by name
  `.execute(db)
  return rows.map(({ name }) => name)
}
