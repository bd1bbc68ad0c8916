import { type Dialect, PostgresDialect } from 'kysely'
import pg from 'pg'

/** Code of the error when two rows would have the same key: `unique_violation`. */
export const UNIQUE_VIOLATIONS = ['23505']

/** Type numbers of `int8` and `numeric` (what `sum` over `int8` gives) in PostgreSQL's pg_type. */
const INT8 = 20
const NUMERIC = 1700

/**
 * PostgreSQL through a pool of connections.
 *
 * @param url `postgres://user:password@host:5432/database`
 */
export function postgresDialect(url: string): Dialect {
  const pool = new pg.Pool({
    connectionString: url,
    // Long enough for a database on another continent, short enough to say that there is none.
    connectionTimeoutMillis: 10_000,
    types: { getTypeParser },
  })
  // A connection that breaks while nobody uses it (the database restarts) leaves the pool by itself,
  // and whoever asks next gets a new one or an error. Without a listener it would end the process.
  pool.on('error', () => {})
  return new PostgresDialect({ pool })
}

/** 64-bit integers as `bigint`, for this pool alone; by default pg reads them as text. */
const getTypeParser: pg.CustomTypesConfig['getTypeParser'] = (type, format) =>
  type === INT8 || type === NUMERIC ? BigInt : pg.types.getTypeParser(type, format)
