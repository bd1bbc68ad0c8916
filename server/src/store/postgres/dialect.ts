import { PostgresDialect } from 'kysely'
import pg from 'pg'
import { lockWhileMigrating } from './lock-while-migrating.js'
import { preparedStatements } from './prepared-statements.js'
import { watchedPool } from './watched-pool.js'

/** Type numbers of `int8` and `numeric` (what `sum` over `int8` gives) in PostgreSQL's pg_type. */
const INT8 = 20
const NUMERIC = 1700

/** Long enough for a database on another continent, short enough to say that there is none. */
const CONNECT_WITHIN_MS = 10_000

/** Whoever has asked is gone by then; the connection is taken for broken. */
const ANSWER_WITHIN_MS = 30_000

/**
 * PostgreSQL through a pool of connections.
 *
 * @param url `postgres://user:password@host:5432/database`
 * @param isPatient For migrations: statements may take their time, and transactions go one by one.
 */
export function postgresDialect(url: string, isPatient: boolean) {
  const pool = new pg.Pool({
    connectionString: url,
    connectionTimeoutMillis: CONNECT_WITHIN_MS,
    ...(!isPatient && { query_timeout: ANSWER_WITHIN_MS }),
    // Notices that the other end is gone where nothing else would.
    keepAlive: true,
    types: { getTypeParser },
  })
  // A connection that breaks while nobody uses it (the database restarts) leaves the pool by itself,
  // and whoever asks next gets a new one or an error. Without a listener it would end the process.
  pool.on('error', () => {})
  // The same while a transaction that holds it is between two statements: the next one fails.
  pool.on('connect', (client) => client.on('error', () => {}))
  // A migration changes what statements would have been prepared for.
  const prepared = isPatient ? undefined : preparedStatements()
  const connections = () => ({
    busy: pool.totalCount - pool.idleCount,
    idle: pool.idleCount,
    waiting: pool.waitingCount,
  })
  const dialect = new PostgresDialect({ pool: watchedPool(pool, prepared) })
  return Object.assign(isPatient ? lockWhileMigrating(dialect) : dialect, { connections })
}

/** 64-bit integers as `bigint`, for this pool alone; by default pg reads them as text. */
const getTypeParser: pg.CustomTypesConfig['getTypeParser'] = (type, format) =>
  type === INT8 || type === NUMERIC ? BigInt : pg.types.getTypeParser(type, format)
