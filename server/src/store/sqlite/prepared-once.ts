import type { CompiledQuery, QueryResult } from 'kysely'
import type Sqlite from 'libsql'

/** About as many as there are kinds of statements; those with lists in them have a kind per length. */
const MOST_KEPT = 500

/** Runs statements on one connection. */
export interface StatementRunner {
  run(query: Pick<CompiledQuery, 'sql' | 'parameters'>): QueryResult<unknown>
  /** `run` of one that has no parameters and tells nothing. */
  say(sql: string): void
  isInTransaction(): boolean
  close(): void
}

/**
 * Prepares each statement once and keeps it: SQLite takes longer to read most of ours than to carry them
 * out, and prepares them anew by itself when a table has changed.
 */
export function preparedOnce(database: Sqlite.Database): StatementRunner {
  const kept = new Map<string, { statement: Sqlite.Statement; hasRows: boolean }>()

  function prepare(text: string) {
    const statement = database.prepare(text)
    const prepared = { statement, hasRows: statement.reader }
    const [oldest] = kept.keys()
    if (kept.size >= MOST_KEPT && oldest !== undefined) kept.delete(oldest)
    kept.set(text, prepared)
    return prepared
  }

  function run({ sql, parameters }: Pick<CompiledQuery, 'sql' | 'parameters'>) {
    const { statement, hasRows } = kept.get(sql) ?? prepare(sql)
    if (hasRows) return { rows: statement.all([...parameters]) }
    const { changes } = statement.run([...parameters])
    return { rows: [], numAffectedRows: BigInt(changes) }
  }

  return {
    run,
    say: (sql) => void run({ sql, parameters: [] }),
    isInTransaction: () => database.inTransaction,
    close() {
      kept.clear()
      database.close()
    },
  }
}
