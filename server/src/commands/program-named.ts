import type { Kysely } from 'kysely'
import type { Database, ProgramRow } from '../store/database.js'
import { findProgram } from '../store/programs.js'

/** @throws One sentence for an operator. */
export async function programNamed(db: Kysely<Database>, publicId: string): Promise<ProgramRow> {
  const program = await findProgram(db, publicId)
  if (program) return program
  throw new Error(`There is no program ${publicId}; \`pollen-server program list\` shows them.`)
}
