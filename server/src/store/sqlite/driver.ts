import type { CompiledQuery, DatabaseConnection, Driver, QueryResult } from 'kysely'
import type Sqlite from 'libsql'
import { preparedOnce, type StatementRunner } from './prepared-once.js'
import { type WriteTurns, writeTurns } from './write-turns.js'

/** A statement that certainly changes nothing; all others may. */
const READS = /^\s*select\b/i

/** A database transaction of Kysely's. */
interface Work {
  run: StatementRunner['run']
  commit(): Promise<void>
  rollback(): void
}

interface Connection extends DatabaseConnection {
  /** `undefined` outside of a transaction. */
  work: Work | undefined
}

/**
 * Kysely's driver for one SQLite file: a connection that writes, see `writeTurns`, and one that reads
 * what is committed without waiting for anybody (https://www.sqlite.org/wal.html). A transaction that
 * only reads sees one moment, by a connection of its own.
 *
 * @param open Opens the file.
 */
export function createDriver(open: () => Sqlite.Database): Driver {
  const [writer, reader] = [preparedOnce(open()), preparedOnce(open())]
  // Asked for again and again instead, see `writeTurns`.
  writer.say('pragma busy_timeout = 0')
  const turns = writeTurns(writer)

  async function writeAlone(query: CompiledQuery): Promise<QueryResult<unknown>> {
    const work = await begin(turns, writer)
    try {
      const result = work.run(query)
      await work.commit()
      return result
    } catch (error) {
      work.rollback()
      throw error
    }
  }

  const newConnection = (): Connection => ({
    work: undefined,
    async executeQuery<Row>(query: CompiledQuery) {
      const result = this.work
        ? this.work.run(query)
        : READS.test(query.sql)
          ? reader.run(query)
          : await writeAlone(query)
      return result as QueryResult<Row>
    },
    streamQuery() {
      throw new Error('rows are not streamed from SQLite')
    },
  })

  return {
    init: async () => {},
    acquireConnection: async () => newConnection(),
    async beginTransaction(connection, { accessMode }) {
      const isSnapshot = accessMode === 'read only'
      const work = isSnapshot ? beginSnapshot(preparedOnce(open())) : await begin(turns, writer)
      ;(connection as Connection).work = work
    },
    commitTransaction: async (connection) => endOf(connection)?.commit(),
    rollbackTransaction: async (connection) => endOf(connection)?.rollback(),
    releaseConnection: async () => {},
    async destroy() {
      turns.settle()
      writer.close()
      reader.close()
    },
  }
}

/** What a connection was at; it is over with that, also when the commit fails. */
function endOf(connection: DatabaseConnection): Work | undefined {
  const { work } = connection as Connection
  ;(connection as Connection).work = undefined
  return work
}

async function begin(turns: WriteTurns, { run }: StatementRunner): Promise<Work> {
  await turns.take()
  let isMine = true
  return {
    run,
    commit() {
      isMine = false
      return turns.keep()
    },
    rollback() {
      if (isMine) turns.undo()
      isMine = false
    },
  }
}

function beginSnapshot({ run, say, close }: StatementRunner): Work {
  say('begin')
  return { run, commit: async () => close(), rollback: close }
}
