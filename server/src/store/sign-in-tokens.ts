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
