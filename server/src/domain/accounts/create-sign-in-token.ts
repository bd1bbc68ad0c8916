import { randomBytes } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Database, PartnerRow } from '../../store/database.js'
import { deleteExpiredTokens, insertSignInToken } from '../../store/sign-in-tokens.js'
import { hashSecret } from '../api-keys/hash-secret.js'

/**
 * Makes a token that lets a partner into the portal once, without a password.
 *
 * @param lifetimeSeconds How long it may be used.
 * @param now Milliseconds since the epoch.
 * @returns The token itself, for the last time: only its hash is stored.
 */
export async function createSignInToken(
  trx: Kysely<Database>,
  { program_id, uid }: PartnerRow,
  lifetimeSeconds: number,
  now: number,
): Promise<{ token: string; expiresAt: number }> {
  const token = randomBytes(32).toString('base64url')
  const expiresAt = now + lifetimeSeconds * 1000
  await deleteExpiredTokens(trx, program_id, now)
  await insertSignInToken(trx, {
    program_id,
    hash: hashSecret(token),
    partner_uid: uid,
    expires_at: expiresAt,
  })
  return { token, expiresAt }
}
