import { createHash } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import type { Kysely } from 'kysely'
import type { Database } from '../store/database.js'
import { newestMigration } from '../store/migrate.js'
import { type AnyRow, deleteProgramRows, insertProgramRows } from '../store/program-rows.js'
import { findProgram } from '../store/programs.js'
import { figureTables, isProgramTable, type ProgramTable } from '../store/tables/program-tables.js'
import { type ExportEnd, type ExportHead, FORMAT, readRow } from './export-format.js'
import type { OnProgress } from './export-program.js'

/** Rows that are written at once. */
const BATCH = 500

/** Of every export, see `ExportHead`. */
const BEGINNING = '{"pollen_export":'

/**
 * Puts a program that was exported into a database: all of it or, if anything is wrong with the file,
 * nothing.
 *
 * @throws One sentence for an operator.
 */
export async function importProgram(
  db: Kysely<Database>,
  path: string,
  onProgress: OnProgress,
): Promise<ExportEnd & { programId: string }> {
  const size = await sizeOf(path)
  return db.transaction().execute(async (trx) => {
    const lines = createInterface({ input: createReadStream(path), crlfDelay: Infinity })
    const hash = createHash('sha256')
    let batch: { table: ProgramTable; rows: AnyRow[] } | undefined
    let head: ExportHead | undefined
    let hasFigures = false
    let number = 0
    let done = 0

    const flush = async () => {
      if (batch) await insertProgramRows(trx, batch.table, batch.rows)
      batch = undefined
    }
    for await (const line of lines) {
      number += 1
      if (head === undefined) {
        head = readHead(line, path)
        if (await findProgram(trx, head.program_id)) {
          throw new Error(`There is a program ${head.program_id} in this database already.`)
        }
      } else if (line.startsWith('{"rows":')) {
        await flush()
        const end = JSON.parse(line) as ExportEnd
        if (end.sha256 !== hash.digest('hex')) throw new Error(`${path} was changed or damaged.`)
        return { programId: head.program_id, rows: end.rows, sha256: end.sha256 }
      } else {
        const { table, row } = rowOf(line, number, head.program_id)
        if (figureTables.includes(table) && !hasFigures) {
          await flush()
          for (const figures of figureTables) await deleteProgramRows(trx, figures, head.program_id)
          hasFigures = true
        }
        if (batch?.table !== table || batch.rows.length >= BATCH) await flush()
        batch ??= { table, rows: [] }
        batch.rows.push(row)
      }
      hash.update(`${line}\n`)
      done += Buffer.byteLength(line) + 1
      if (number % BATCH === 0) onProgress(done, size)
    }
    throw new Error(`${path} is not complete: its last line is missing.`)
  })
}

/** @throws When there is no such file, it is none of ours, or it ends in the middle of a line. */
async function sizeOf(path: string): Promise<number> {
  if (!existsSync(path)) throw new Error(`There is no file ${path}.`)
  const file = await open(path)
  const textAt = async (position: number, length: number) =>
    String((await file.read(Buffer.alloc(length), 0, length, position)).buffer)
  try {
    const stats = await file.stat()
    if (!stats.isFile() || (await textAt(0, BEGINNING.length)) !== BEGINNING) {
      throw new Error(`${path} is no export of a program.`)
    }
    if ((await textAt(stats.size - 1, 1)) !== '\n') {
      throw new Error(`${path} is not complete: it was cut off.`)
    }
    return stats.size
  } finally {
    await file.close()
  }
}

function readHead(line: string, path: string): ExportHead {
  const head = parse(line)
  if (head?.pollen_export === undefined) throw new Error(`${path} is no export of a program.`)
  if (head.pollen_export > FORMAT || head.migration > newestMigration) {
    throw new Error('The export was made by a newer version of pollen-server.')
  }
  return head
}

function parse(line: string): ExportHead | undefined {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

function rowOf(line: string, number: number, programId: string) {
  try {
    const { table, row } = readRow(line)
    if (!isProgramTable(table)) throw new Error(`there is no table ${table}`)
    if (row.program_id !== programId) throw new Error('it belongs to another program')
    return { table, row }
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new Error(`Line ${number} cannot be imported: ${reason}.`, { cause })
  }
}
