import type { Kysely } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { insertApiKey } from '../../store/api-keys.js'
import type { ApiKeyRow, Database } from '../../store/database.js'
import { newApiKey } from './api-key.js'
import type { Scope } from './api-key-scopes.js'
import { hashSecret } from './hash-secret.js'

export interface NewApiKey {
  name: string
  scopes: readonly Scope[]
  /** Milliseconds since the epoch; `null` for never. */
  expiresAt: number | null
}

/**
 * Makes an API key.
 *
 * @param now Milliseconds since the epoch.
 * @returns The key itself, for the last time: only its hash is stored.
 */
export async function createApiKey(
  db: Kysely<Database>,
  programId: string,
  { name, scopes, expiresAt }: NewApiKey,
  now: number,
): Promise<{ row: ApiKeyRow; apiKey: string }> {
  const apiKey = newApiKey(programId)
  const row: ApiKeyRow = {
    program_id: programId,
    hash: hashSecret(apiKey),
    id: uuidv7(),
    name,
    scopes: JSON.stringify([...new Set(scopes)]),
    expires_at: expiresAt,
    last_used_at: null,
    created_at: now,
  }
  await insertApiKey(db, row)
  return { row, apiKey }
}
