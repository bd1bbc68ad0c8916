import type { Kysely } from 'kysely'
import type { BalanceEntryRow, Database } from './database.js'

/** Puts entries into a payout. @returns Those that were in none before, by their `uid`. */
export async function claimEntries(
  db: Kysely<Database>,
  programId: string,
  payoutNumber: number,
  entryUids: string[],
): Promise<Set<string>> {
  if (entryUids.length === 0) return new Set()
  const claims = entryUids.map((entry_uid) => ({
    program_id: programId,
    entry_uid,
    payout_number: payoutNumber,
  }))
  const claimed = await db
    .insertInto('payout_entry')
    .values(claims)
    .onConflict((conflict) => conflict.doNothing())
    .returning('entry_uid')
    .execute()
  return new Set(claimed.map(({ entry_uid }) => entry_uid))
}

/**
 * Puts an entry about a reward into the payout that the reward is in, as long as that is not paid, so
 * that a sale which is taken back in time is not paid out.
 */
export async function claimForSamePayout(
  db: Kysely<Database>,
  programId: string,
  entryUid: string,
  rewardUid: string,
): Promise<void> {
  const payout = await db
    .selectFrom('payout_entry as claim')
    .innerJoin('balance_entry as entry', (join) =>
      join
        .onRef('entry.program_id', '=', 'claim.program_id')
        .onRef('entry.uid', '=', 'claim.entry_uid'),
    )
    .innerJoin('payout_request as payout', (join) =>
      join
        .onRef('payout.program_id', '=', 'claim.program_id')
        .onRef('payout.number', '=', 'claim.payout_number'),
    )
    .select('payout.number')
    .where('claim.program_id', '=', programId)
    .where('entry.reward_uid', '=', rewardUid)
    .where('payout.status', 'in', ['requested', 'approved'])
    .executeTakeFirst()
  if (payout) await claimEntries(db, programId, payout.number, [entryUid])
}

/** What payouts pay, or are to pay. */
export async function listClaimedEntries(
  db: Kysely<Database>,
  programId: string,
  payoutNumbers: number[],
): Promise<(BalanceEntryRow & { claimed_by: number })[]> {
  if (payoutNumbers.length === 0) return []
  return db
    .selectFrom('payout_entry as claim')
    .innerJoin('balance_entry as entry', (join) =>
      join
        .onRef('entry.program_id', '=', 'claim.program_id')
        .onRef('entry.uid', '=', 'claim.entry_uid'),
    )
    .selectAll('entry')
    .select('claim.payout_number as claimed_by')
    .where('claim.program_id', '=', programId)
    .where('claim.payout_number', 'in', payoutNumbers)
    .execute()
}

/** Lets go of what a payout was to pay. */
export async function releaseEntries(
  db: Kysely<Database>,
  programId: string,
  payoutNumber: number,
): Promise<void> {
  await db
    .deleteFrom('payout_entry')
    .where('program_id', '=', programId)
    .where('payout_number', '=', payoutNumber)
    .execute()
}
