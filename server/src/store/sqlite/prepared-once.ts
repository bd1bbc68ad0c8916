import type { SqliteDatabase, SqliteStatement } from 'kysely'

/** About as many as there are kinds of statements; those with lists in them have a kind per length. */
const MOST_KEPT = 500

/**
 * A database that prepares each statement once and keeps it: SQLite takes longer to read most of ours
 * than to carry them out, and prepares them anew by itself when a table has changed.
 */
export function preparedOnce(database: SqliteDatabase): SqliteDatabase {
  const kept = new Map<string, SqliteStatement>()
  return {
    prepare: (text) => {
      const known = kept.get(text)
      if (known) return known
      const statement = database.prepare(text)
      const [oldest] = kept.keys()
      if (kept.size >= MOST_KEPT && oldest !== undefined) kept.delete(oldest)
      kept.set(text, statement)
      return statement
    },
    close: () => {
      kept.clear()
      database.close()
    },
  }
}
