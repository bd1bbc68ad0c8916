import type { Kysely } from 'kysely'
import { insertApiKey } from '../store/api-keys.js'
import type { Database, ProgramRow } from '../store/database.js'
import { insertProgram } from '../store/programs.js'
import { hashApiKey, newApiKey } from './api-key.js'
import { newPublicId } from './public-id.js'

export type NewProgram = Omit<ProgramRow, 'program_id' | 'created_at' | 'updated_at'>

/**
 * Creates a program and its first API key.
 *
 * @param now Milliseconds since the epoch.
 * @returns The key itself, for the last time: only its hash is stored.
 */
export async function createProgram(
  db: Kysely<Database>,
  input: NewProgram,
  now: number,
): Promise<{ program: ProgramRow; apiKey: string }> {
  const program = { ...input, program_id: newPublicId(), created_at: now, updated_at: now }
  const apiKey = newApiKey(program.program_id)
  await db.transaction().execute(async (trx) => {
    await insertProgram(trx, program)
    await insertApiKey(trx, {
      program_id: program.program_id,
      hash: hashApiKey(apiKey),
      created_at: now,
    })
  })
  return { program, apiKey }
}
