import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import type { Kysely } from 'kysely'
import type { Database } from '../store/database.js'
import { reasonOf } from '../store/errors/reason-of.js'
import { inSnapshot } from '../store/in-snapshot.js'
import { newestMigration } from '../store/migrate.js'
import { countProgramRows, programRows } from '../store/program-rows.js'
import { type ProgramTable, programTables } from '../store/tables/program-tables.js'
import { type ExportEnd, FORMAT, writeLine } from './export-format.js'

/** Told how much is done of how much. */
export type OnProgress = (done: number, total: number) => void

/**
 * Writes all that is known of a program to a file, as it was at one moment; the server goes on. The file
 * is whole before it takes its name.
 *
 * @param path Of a file that is not there yet; only its owner may read it, for it holds secrets.
 * @throws One sentence for an operator when it is there, or cannot be written.
 */
export async function exportProgram(
  db: Kysely<Database>,
  programId: string,
  path: string,
  onProgress: OnProgress,
): Promise<ExportEnd> {
  if (existsSync(path)) throw new Error(`${path} is there: name another file.`)
  const partial = `${path}.partial`
  try {
    await rm(partial, { force: true })
    const end = await writeProgram(db, programId, partial, onProgress)
    await rename(partial, path)
    return end
  } catch (cause) {
    await rm(partial, { force: true })
    throw new Error(`${path} cannot be written: ${reasonOf(cause)}`, { cause })
  }
}

async function writeProgram(
  db: Kysely<Database>,
  programId: string,
  path: string,
  onProgress: OnProgress,
): Promise<ExportEnd> {
  const file = await open(path, 'wx', 0o600)
  try {
    const hash = createHash('sha256')
    const write = async (text: string) => {
      hash.update(text)
      await file.write(text)
    }
    await write(
      writeLine({
        pollen_export: FORMAT,
        program_id: programId,
        migration: newestMigration,
        exported_at: new Date().toISOString(),
      }),
    )
    const tables = Object.keys(programTables) as ProgramTable[]
    const rows = await inSnapshot(db, (snapshot) =>
      writeTables(snapshot, tables, programId, write, onProgress),
    )
    const end = { rows, sha256: hash.digest('hex') }
    await file.write(writeLine(end))
    await file.sync()
    return end
  } finally {
    await file.close()
  }
}

async function writeTables(
  db: Kysely<Database>,
  tables: ProgramTable[],
  programId: string,
  write: (text: string) => Promise<void>,
  onProgress: OnProgress,
): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const table of tables) counts[table] = await countProgramRows(db, table, programId)
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0)
  let done = 0
  for (const table of tables) {
    for await (const page of programRows(db, table, programId)) {
      await write(page.map((row) => writeLine({ table, row })).join(''))
      done += page.length
      onProgress(done, total)
    }
  }
  return counts
}
