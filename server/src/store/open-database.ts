import { type Dialect, Kysely } from 'kysely'
import type { Database } from './database.js'
import { integersPlugin } from './integers-plugin.js'
import { migrate } from './migrate.js'
import { postgresDialect } from './postgres/dialect.js'
import { sqliteDialect } from './sqlite/dialect.js'

const dialects: Record<string, (url: string) => Dialect> = {
  sqlite: sqliteDialect,
  postgres: postgresDialect,
  postgresql: postgresDialect,
}

/** Whether `url` names a kind of database that we can open. */
export const isDatabaseUrl = (url: string): boolean => dialectOf(url) !== undefined

/**
 * Opens the database and brings its tables up to date.
 *
 * @param url `sqlite:./pollen.db` or `postgres://user:password@host/database`
 * @throws One sentence that names the database without its password, the reason as `cause`.
 */
export async function openDatabase(url: string): Promise<Kysely<Database>> {
  let db: Kysely<Database> | undefined
  try {
    const dialect = dialectOf(url)
    if (!dialect) throw new Error('its URL begins with neither sqlite: nor postgres://')
    db = new Kysely<Database>({ dialect: dialect(url), plugins: [integersPlugin] })
    await migrate(db)
    return db
  } catch (cause) {
    await db?.destroy()
    throw new Error(`The database ${withoutPassword(url)} cannot be used: ${reason(cause)}`, {
      cause,
    })
  }
}

const dialectOf = (url: string) => dialects[url.slice(0, Math.max(url.indexOf(':'), 0))]

const withoutPassword = (url: string) => url.replace(/\/\/([^@/]*)@/, '//…@')

/** Node reports one refused connection per address as an AggregateError with an empty message. */
const reason = (cause: unknown): string =>
  cause instanceof AggregateError
    ? cause.errors.map(reason).join(', ')
    : cause instanceof Error
      ? cause.message
      : String(cause)
