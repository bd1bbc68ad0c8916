import type { Kysely } from 'kysely'
import { PollenError } from '../errors/pollen-error.js'
import type { Database, ProgramRow } from '../store/database.js'
import { findProgram } from '../store/programs.js'

/** @throws PollenError `program_not_found` */
export async function existingProgram(
  db: Kysely<Database>,
  programId: string,
): Promise<ProgramRow> {
  const program = await findProgram(db, programId)
  if (!program) throw new PollenError('program_not_found')
  return program
}
