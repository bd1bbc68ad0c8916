import type { Insertable, Kysely } from 'kysely'
import type { Database } from './database.js'

export async function insertSignInToken(
  db: Kysely<Database>,
  token: Insertable<Database['sign_in_token']>,
): Promise<void> {
  await db.insertInto('sign_in_token').values(token).execute()
}

export async function deleteExpiredTokens(
  db: Kysely<Database>,
  programId: string,
  now: number,
): Promise<void> {
  await db
    .deleteFrom('sign_in_token')
    .where('program_id', '=', programId)
    .where('expires_at', '<=', now)
    .execute()
}

/** How many tokens of a partner can still be used. */
export async function countSignInTokens(
  db: Kysely<Database>,
  programId: string,
  partnerUid: string,
  now: number,
): Promise<number> {
  const { count } = await db
    .selectFrom('sign_in_token')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('program_id', '=', programId)
    .where('partner_uid', '=', partnerUid)
    .where('expires_at', '>', now)
    .executeTakeFirstOrThrow()
  return count
}

/**
 * Uses a token up: whoever else comes with it, at the same time too, gets nothing.
 *
 * @returns `uid` of the partner whom it lets in; `undefined` when it is unknown, used or too old.
 */
export async function takeSignInToken(
  db: Kysely<Database>,
  programId: string,
  hash: string,
  now: number,
): Promise<string | undefined> {
  const taken = await db
    .deleteFrom('sign_in_token')
    .where('program_id', '=', programId)
    .where('hash', '=', hash)
    .where('expires_at', '>', now)
    .returning('partner_uid')
    .executeTakeFirst()
  return taken?.partner_uid
}
