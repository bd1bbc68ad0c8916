import type { Insertable, Kysely } from 'kysely'
import type { Database } from './database.js'

/** @returns Whether the key was free; `false` changes nothing. */
export async function insertReferralLink(
  db: Kysely<Database>,
  link: Insertable<Database['referral_link']>,
): Promise<boolean> {
  const inserted = await db
    .insertInto('referral_link')
    .values(link)
    .onConflict((conflict) => conflict.doNothing())
    .returning('key')
    .executeTakeFirst()
  return inserted !== undefined
}

/** The keys of one partner or customer, the first one first. */
export async function listReferralKeys(
  db: Kysely<Database>,
  programId: string,
  ownerUid: string,
): Promise<string[]> {
  const links = await db
    .selectFrom('referral_link')
    .select('key')
    .where('program_id', '=', programId)
    .where('owner_uid', '=', ownerUid)
    .orderBy('created_at')
    .orderBy('key')
    .execute()
  return links.map(({ key }) => key)
}
