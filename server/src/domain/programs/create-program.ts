import type { Insertable, Kysely } from 'kysely'
import type { Database, ProgramRow } from '../../store/database.js'
import { inTransaction } from '../../store/in-transaction.js'
import { insertProgram } from '../../store/programs.js'
import { SCOPES } from '../api-keys/api-key-scopes.js'
import { createApiKey } from '../api-keys/create-api-key.js'
import { newPublicId } from './public-id.js'
import { setLinkDomains } from './set-link-domains.js'

export type NewProgram = Omit<
  Insertable<Database['program']>,
  'program_id' | 'created_at' | 'updated_at'
>

/**
 * Creates a program and its first API key.
 *
 * @param furtherSites Its websites beside `input.website`, as hosts or addresses.
 * @param now Milliseconds since the epoch.
 * @returns The key itself, for the last time: only its hash is stored.
 */
export async function createProgram(
  db: Kysely<Database>,
  input: NewProgram,
  now: number,
  furtherSites: string[] = [],
): Promise<{ program: ProgramRow; apiKey: string }> {
  const row = { ...input, program_id: newPublicId(), created_at: now, updated_at: now }
  return inTransaction(db, async (trx) => {
    const program = await insertProgram(trx, row)
    await setLinkDomains(trx, program, furtherSites, now)
    const first = { name: 'First key', scopes: SCOPES, expiresAt: null }
    const { apiKey } = await createApiKey(trx, program.program_id, first, now)
    return { program, apiKey }
  })
}
