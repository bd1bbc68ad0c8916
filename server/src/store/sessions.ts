import type { Insertable, Kysely } from 'kysely'
import type { Database, SessionRow } from './database.js'

export async function insertSession(
  db: Kysely<Database>,
  session: Insertable<Database['session']>,
): Promise<void> {
  await db.insertInto('session').values(session).execute()
}

/** The session with this hash, if it has not expired. */
export function findSession(
  db: Kysely<Database>,
  hash: string,
  now: number,
): Promise<SessionRow | undefined> {
  return db
    .selectFrom('session')
    .selectAll()
    .where('hash', '=', hash)
    .where('expires_at', '>', now)
    .executeTakeFirst()
}

export async function extendSession(
  db: Kysely<Database>,
  hash: string,
  { last_seen_at, expires_at }: Pick<SessionRow, 'last_seen_at' | 'expires_at'>,
): Promise<void> {
  await db
    .updateTable('session')
    .set({ last_seen_at, expires_at })
    .where('hash', '=', hash)
    .execute()
}

export async function deleteSession(db: Kysely<Database>, hash: string): Promise<void> {
  await db.deleteFrom('session').where('hash', '=', hash).execute()
}

/** Signs an account out everywhere. */
export async function deleteSessionsOfAccount(
  db: Kysely<Database>,
  accountUid: string,
): Promise<void> {
  await db.deleteFrom('session').where('account_uid', '=', accountUid).execute()
}

export async function deleteExpiredSessions(db: Kysely<Database>, now: number): Promise<void> {
  await db.deleteFrom('session').where('expires_at', '<=', now).execute()
}

/** The session of a partner with this hash; those of other programs, or of accounts, are not seen. */
export function findPartnerSession(
  db: Kysely<Database>,
  programId: string,
  hash: string,
  now: number,
): Promise<SessionRow | undefined> {
  return db
    .selectFrom('session')
    .selectAll()
    .where('program_id', '=', programId)
    .where('hash', '=', hash)
    .where('partner_uid', 'is not', null)
    .where('expires_at', '>', now)
    .executeTakeFirst()
}

/** Signs a partner out everywhere but here. */
export async function deleteOtherPartnerSessions(
  db: Kysely<Database>,
  { program_id, partner_uid, hash }: SessionRow,
): Promise<void> {
  await db
    .deleteFrom('session')
    .where('program_id', '=', program_id)
    .where('partner_uid', '=', partner_uid)
    .where('hash', '!=', hash)
    .execute()
}
