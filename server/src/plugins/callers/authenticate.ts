import type { FastifyRequest } from 'fastify'
import type { Kysely } from 'kysely'
import type { Access } from '../../domain/api-keys/access.js'
import { programIdOfApiKey } from '../../domain/api-keys/api-key.js'
import { type Scope, scopesOf } from '../../domain/api-keys/api-key-scopes.js'
import { hashSecret } from '../../domain/api-keys/hash-secret.js'
import { PollenError } from '../../errors/pollen-error.js'
import { findOpeningKey, markApiKeyUsed } from '../../store/api-keys.js'
import type { Database, ProgramRow } from '../../store/database.js'

/** How exactly `last_used_at` is kept: a write for every request would halve what a server carries. */
const LAST_USE_PRECISION_MS = 60_000

/** A program, and what a request may do there. */
export interface Opened {
  access: Access
  program: ProgramRow
}

/**
 * Finds the API key that a request brings, and notes that it was used.
 *
 * @param scope What the key must be good for.
 * @returns `undefined` when the request brings none.
 * @throws PollenError `api_key_wrong`, `api_key_expired` or `scope_too_small`
 */
export async function authenticate(
  db: Kysely<Database>,
  request: FastifyRequest,
  scope: Scope,
): Promise<Opened | undefined> {
  const key = bearer(request)
  if (key === undefined) return undefined
  const programId = programIdOfApiKey(key)
  const row = programId && (await findOpeningKey(db, programId, hashSecret(key)))
  if (!row) throw new PollenError('api_key_wrong')
  const { hash, expires_at: expiresAt, program } = row
  const [now, scopes] = [Date.now(), scopesOf(row)]
  if (expiresAt !== null && expiresAt <= now) throw new PollenError('api_key_expired')
  if (!scopes.includes(scope)) {
    throw new PollenError('scope_too_small', { scope: [`The scope ${scope} is required.`] })
  }
  if (now - (row.last_used_at ?? 0) >= LAST_USE_PRECISION_MS) await markApiKeyUsed(db, row, now)
  return { access: { hash, scopes, expiresAt }, program }
}

/** https://www.rfc-editor.org/rfc/rfc6750#section-2.1; the scheme's name is written in any case. */
export const bearer = ({ headers }: FastifyRequest): string | undefined =>
  /^bearer\s+(\S+)\s*$/i.exec(headers.authorization ?? '')?.[1]
