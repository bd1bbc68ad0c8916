import { type Dialect, Kysely } from 'kysely'
import type { Database } from './database.js'
import { reasonOf } from './errors/reason-of.js'
import { integersPlugin } from './integers-plugin.js'
import { migrate } from './migrate.js'

/** How many connections there are to the database, and how many statements wait for one. */
export interface Connections {
  busy: number
  idle: number
  waiting: number
}

type StoreDialect = Dialect & { connections?: () => Connections }

const connectionsByDatabase = new WeakMap<Kysely<Database>, () => Connections>()

type CreateDialect = (url: string, isPatient: boolean) => StoreDialect

const loadPostgres = async (): Promise<CreateDialect> =>
  (await import('./postgres/dialect.js')).postgresDialect

/** Of the two drivers a server needs one, and has the memory of the other. */
const dialects: Record<string, () => Promise<CreateDialect>> = {
  sqlite: async () => (await import('./sqlite/dialect.js')).sqliteDialect,
  postgres: loadPostgres,
  postgresql: loadPostgres,
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
  try {
    await usingConnection(url, migrate)
    return await connect(url, false)
  } catch (cause) {
    throw new Error(`The database ${withoutPassword(url)} cannot be used: ${reasonOf(cause)}`, {
      cause,
    })
  }
}

/** `undefined` where the database is a part of this process. */
export const connectionsOf = (db: Kysely<Database>): Connections | undefined =>
  connectionsByDatabase.get(db)?.()

/** Connects for as long as `use` runs; its statements may take as long as they like. */
async function usingConnection(
  url: string,
  use: (db: Kysely<Database>) => Promise<void>,
): Promise<void> {
  const db = await connect(url, true)
  try {
    await use(db)
  } finally {
    await db.destroy()
  }
}

/** Connects to the database as it is, its tables too. @param isPatient Whether statements may take long. */
export async function connect(url: string, isPatient: boolean): Promise<Kysely<Database>> {
  const loadDialect = dialectOf(url)
  if (!loadDialect) throw new Error('its URL begins with neither sqlite: nor postgres://')
  const createDialect = await loadDialect()
  const dialect = createDialect(url, isPatient)
  const db = new Kysely<Database>({ dialect, plugins: [integersPlugin] })
  if (dialect.connections) connectionsByDatabase.set(db, dialect.connections)
  return db
}

const dialectOf = (url: string) => dialects[url.slice(0, Math.max(url.indexOf(':'), 0))]

const withoutPassword = (url: string) => url.replace(/\/\/([^@/]*)@/, '//…@')
