import type { Insertable, Kysely } from 'kysely'
import type { BalanceEntryRow, Database } from './database.js'
import type { AmountRow } from './figures/amount-row.js'
import { insertAll } from './statements/insert-all.js'

export async function insertBalanceEntry(
  db: Kysely<Database>,
  entry: Insertable<Database['balance_entry']>,
): Promise<void> {
  await db.insertInto('balance_entry').values(entry).execute()
}

/** @param entries All with the same members. */
export const insertBalanceEntries = (
  db: Kysely<Database>,
  entries: readonly Insertable<Database['balance_entry']>[],
): Promise<void> => insertAll(db, 'balance_entry', entries)

export function findBalanceEntry(
  db: Kysely<Database>,
  programId: string,
  uid: string,
): Promise<BalanceEntryRow | undefined> {
  return db
    .selectFrom('balance_entry')
    .selectAll()
    .where('program_id', '=', programId)
    .where('uid', '=', uid)
    .executeTakeFirst()
}

/** How many entries there are about a reward: the next one's `step`. */
export async function countSteps(
  db: Kysely<Database>,
  programId: string,
  rewardUid: string,
): Promise<number> {
  const { count } = await db
    .selectFrom('balance_entry')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('program_id', '=', programId)
    .where('reward_uid', '=', rewardUid)
    .executeTakeFirstOrThrow()
  return count
}

/** The sum of all entries per unit, without the units of which nothing is left. */
export function sumBalance(
  db: Kysely<Database>,
  programId: string,
  beneficiaryUid: string,
): Promise<(AmountRow & { is_currency: 0 | 1 })[]> {
  return db
    .selectFrom('balance_entry')
    .select(({ fn }) => [
      'amount_units',
      'is_currency',
      fn.sum<bigint>('amount_micros').as('amount_micros'),
    ])
    .where('program_id', '=', programId)
    .where('beneficiary_uid', '=', beneficiaryUid)
    .groupBy(['amount_units', 'is_currency'])
    .having(({ fn }) => fn.sum('amount_micros'), '!=', 0)
    .orderBy('amount_units')
    .execute()
}

/**
 * The entries that a payout may pay: about rewards that are off hold, and in no payout yet. A reward
 * that was paid outside of Pollen has two, which make up for each other.
 *
 * @param rewardUids Only about these, if there are any.
 */
export function listPayableEntries(
  db: Kysely<Database>,
  programId: string,
  beneficiaryUid: string,
  currency: string,
  now: number,
  rewardUids: string[] = [],
): Promise<BalanceEntryRow[]> {
  return payableEntries(db, programId, beneficiaryUid, now)
    .selectAll('entry')
    .where('entry.amount_units', '=', currency)
    .$if(rewardUids.length > 0, (query) => query.where('entry.reward_uid', 'in', rewardUids))
    .orderBy('entry.uid')
    .execute()
}

/** What a payout would pay now, per unit. */
export function sumPayableEntries(
  db: Kysely<Database>,
  programId: string,
  beneficiaryUid: string,
  now: number,
): Promise<AmountRow[]> {
  return payableEntries(db, programId, beneficiaryUid, now)
    .select(({ fn }) => [
      'entry.amount_units',
      fn.sum<bigint>('entry.amount_micros').as('amount_micros'),
    ])
    .groupBy('entry.amount_units')
    .orderBy('entry.amount_units')
    .execute()
}

const payableEntries = (
  db: Kysely<Database>,
  programId: string,
  beneficiaryUid: string,
  now: number,
) =>
  db
    .selectFrom('balance_entry as entry')
    .innerJoin('reward', (join) =>
      join
        .onRef('reward.program_id', '=', 'entry.program_id')
        .onRef('reward.uid', '=', 'entry.reward_uid'),
    )
    .leftJoin('payout_entry as claim', (join) =>
      join
        .onRef('claim.program_id', '=', 'entry.program_id')
        .onRef('claim.entry_uid', '=', 'entry.uid'),
    )
    .where('entry.program_id', '=', programId)
    .where('entry.beneficiary_uid', '=', beneficiaryUid)
    .where('reward.approved_at', '<=', now)
    .where('claim.entry_uid', 'is', null)
