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

interface Prepared {
  statement: Sqlite.Statement
  /** Names; `undefined` for a statement that tells no rows. */
  columns: string[] | undefined
}

/**
 * Prepares each statement once and keeps it: SQLite takes longer to read most of ours than to carry them
 * out, and prepares them anew by itself when a table has changed. Rows come as arrays of values, for the
 * driver makes each name of an object anew for every row.
 */
export function preparedOnce(database: Sqlite.Database): StatementRunner {
  const kept = new Map<string, Prepared>()

  function prepare(text: string): Prepared {
    const statement = database.prepare(text)
    const columns = statement.reader ? columnsOf(statement.raw()) : undefined
    const prepared = { statement, columns }
    const [oldest] = kept.keys()
    if (kept.size >= MOST_KEPT && oldest !== undefined) kept.delete(oldest)
    kept.set(text, prepared)
    return prepared
  }

  function run({ sql, parameters }: Pick<CompiledQuery, 'sql' | 'parameters'>) {
    const prepared = kept.get(sql) ?? prepare(sql)
    const { statement } = prepared
    if (prepared.columns === undefined) {
      const { changes } = statement.run([...parameters])
      return { rows: [], numAffectedRows: BigInt(changes) }
    }
    const rows = statement.all([...parameters]) as unknown[][]
    // Another process may have added a column, and SQLite has prepared it anew.
    if (rows[0] && rows[0].length !== prepared.columns.length) {
      prepared.columns = columnsOf(statement)
    }
    const { columns } = prepared
    return { rows: rows.map((values) => rowOf(columns, values)) }
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

const columnsOf = (statement: Sqlite.Statement) => statement.columns().map(({ name }) => name)

function rowOf(columns: string[], values: unknown[]): Record<string, unknown> {
  const row: Record<string, unknown> = {}
  for (const [place, name] of columns.entries()) row[name] = values[place]
  return row
}
