import type { Kysely } from 'kysely'
import type { Database } from '../../store/database.js'
import { findReferralLink, insertReferralLink } from '../../store/referral-links.js'

/**
 * Gives a partner or a customer a link with this key, unless there is one already.
 *
 * @param now Milliseconds since the epoch.
 * @returns `false` when the key is somebody else's.
 */
export async function giveReferralKey(
  trx: Kysely<Database>,
  programId: string,
  ownerUid: string,
  key: string,
  now: number,
): Promise<boolean> {
  const link = { program_id: programId, key, owner_uid: ownerUid, created_at: now }
  if (await insertReferralLink(trx, link)) return true
  return (await findReferralLink(trx, programId, key))?.owner_uid === ownerUid
}
