import type { Kysely, Updateable } from 'kysely'
import type { AmountRow } from './amount-row.js'
import type { Database, RewardRow } from './database.js'

export async function insertReward(db: Kysely<Database>, reward: RewardRow): Promise<void> {
  await db.insertInto('reward').values(reward).execute()
}

export function updateReward(
  db: Kysely<Database>,
  { program_id, uid }: Pick<RewardRow, 'program_id' | 'uid'>,
  changes: Updateable<Database['reward']>,
): Promise<RewardRow> {
  return db
    .updateTable('reward')
    .set(changes)
    .where('program_id', '=', program_id)
    .where('uid', '=', uid)
    .returningAll()
    .executeTakeFirstOrThrow()
}

export function findReward(
  db: Kysely<Database>,
  programId: string,
  uid: string,
): Promise<RewardRow | undefined> {
  return db
    .selectFrom('reward')
    .selectAll()
    .where('program_id', '=', programId)
    .where('uid', '=', uid)
    .executeTakeFirst()
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

/** What rewards are worth now, per unit. */
export interface RewardSums {
  /** On hold. */
  pending: AmountRow[]
  /** May be paid out. */
  approved: AmountRow[]
  paid: AmountRow[]
}

/**
 * What a program, or one beneficiary, earned and still has a right to.
 *
 * @param now Milliseconds since the epoch: what is on hold now.
 */
export async function sumRewards(
  db: Kysely<Database>,
  programId: string,
  now: number,
  beneficiaryUid = '',
): Promise<RewardSums> {
  const rows = await db
    .selectFrom('reward')
    .select(({ fn, eb }) => [
      'amount_units',
      eb
        .case()
        .when('paid_at', 'is not', null)
        .then('paid' as const)
        .when('approved_at', '>', now)
        .then('pending' as const)
        .else('approved' as const)
        .end()
        .as('state'),
      fn.sum<bigint>(eb('amount_micros', '-', eb.ref('reversed_micros'))).as('amount_micros'),
    ])
    .where('program_id', '=', programId)
    .where('reversed_at', 'is', null)
    .$if(beneficiaryUid !== '', (query) => query.where('beneficiary_uid', '=', beneficiaryUid))
    .groupBy(['amount_units', 'state'])
    .orderBy('amount_units')
    .execute()
  const of = (wanted: string) => rows.filter(({ state }) => state === wanted)
  return { pending: of('pending'), approved: of('approved'), paid: of('paid') }
}

/** Marks as paid the rewards that a payout paid. @returns Those that were not paid before. */
export async function markRewardsPaid(
  db: Kysely<Database>,
  programId: string,
  rewardUids: string[],
  paidAt: number,
): Promise<RewardRow[]> {
  if (rewardUids.length === 0) return []
  return db
    .updateTable('reward')
    .set({ paid_at: paidAt })
    .where('program_id', '=', programId)
    .where('uid', 'in', rewardUids)
    .where('paid_at', 'is', null)
    .where('reversed_at', 'is', null)
    .returningAll()
    .execute()
}
