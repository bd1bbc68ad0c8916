import { randomBytes } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Database, SessionRow } from '../../store/database.js'
import { extendSession, insertSession } from '../../store/sessions.js'
import { hashSecret } from '../api-keys/hash-secret.js'
import { DAY_MS } from '../time/day-ms.js'

/** How long somebody stays signed in who does not come back. */
export const SESSION_MS = 30 * DAY_MS

/** How exactly `last_seen_at` is kept: a write for every request would cost more than the request. */
const LAST_SEEN_PRECISION_MS = 60 * 60_000

/** Whom a browser is signed in for. */
type Person = Pick<SessionRow, 'account_uid'> | Pick<SessionRow, 'program_id' | 'partner_uid'>

/**
 * Signs a browser in.
 *
 * @param now Milliseconds since the epoch.
 * @returns What its cookie holds, for the last time: only the hash is stored.
 */
export async function startSession(
  db: Kysely<Database>,
  person: Person,
  now: number,
): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  await insertSession(db, {
    ...person,
    hash: hashSecret(token),
    expires_at: now + SESSION_MS,
    last_seen_at: now,
    created_at: now,
  })
  return token
}

/**
 * Lets a session live on from now, if that was not done within the last hour.
 *
 * @returns Whether it was done now, so that the browser has to be told as well.
 */
export async function prolongSession(
  db: Kysely<Database>,
  session: Pick<SessionRow, 'hash' | 'last_seen_at'>,
  now: number,
): Promise<boolean> {
  if (now - session.last_seen_at < LAST_SEEN_PRECISION_MS) return false
  await extendSession(db, session.hash, { last_seen_at: now, expires_at: now + SESSION_MS })
  return true
}
