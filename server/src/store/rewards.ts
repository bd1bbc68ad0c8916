import type { Kysely } from 'kysely'
import type { Database, RewardRow } from './database.js'

export async function insertReward(db: Kysely<Database>, reward: RewardRow): Promise<void> {
  await db.insertInto('reward').values(reward).execute()
}

/** @returns The rewards that were not deleted before. */
export function markRewardsDeleted(
  db: Kysely<Database>,
  programId: string,
  transactionUid: string,
  deletedAt: number,
): Promise<RewardRow[]> {
  return db
    .updateTable('reward')
    .set({ deleted_at: deletedAt })
    .where('program_id', '=', programId)
    .where('transaction_uid', '=', transactionUid)
    .where('deleted_at', 'is', null)
    .returningAll()
    .execute()
}

export async function listRewards(
  db: Kysely<Database>,
  programId: string,
  transactionUids: string[],
): Promise<RewardRow[]> {
  if (transactionUids.length === 0) return []
  return db
    .selectFrom('reward')
    .selectAll()
    .where('program_id', '=', programId)
    .where('transaction_uid', 'in', transactionUids)
    .orderBy('uid')
    .execute()
}
