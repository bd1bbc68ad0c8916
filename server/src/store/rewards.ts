import type { Kysely, Updateable } from 'kysely'
import type { RewardState } from '../domain/rewards/reward-state.js'
import type { CustomerRow, Database, RewardRow } from './database.js'
import type { AmountRow } from './figures/amount-row.js'
import { insertAll } from './statements/insert-all.js'
import { isAmong } from './statements/is-among.js'
import { onPage, type Page } from './statements/page.js'
import type { TransactionFilters } from './transactions.js'

export const insertRewards = (db: Kysely<Database>, rewards: readonly RewardRow[]): Promise<void> =>
  insertAll(db, 'reward', rewards)

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

/** In the order in which they were given. */
export async function listRewards(
  db: Kysely<Database>,
  programId: string,
  transactionUids: string[],
): Promise<RewardRow[]> {
  if (transactionUids.length === 0) return []
  const rewards = await db
    .selectFrom('reward')
    .selectAll()
    .where('program_id', '=', programId)
    .where(isAmong(db, 'transaction_uid', transactionUids))
    .execute()
  // Asked for in this order, SQLite would go through all rewards of the program by `uid`.
  return rewards.sort((a, b) => (a.uid < b.uid ? -1 : 1))
}

/** What somebody earned last, the newest first. */
export function listNewestRewards(
  db: Kysely<Database>,
  programId: string,
  beneficiaryUid: string,
  limit: number,
): Promise<RewardRow[]> {
  return db
    .selectFrom('reward')
    .selectAll()
    .where('program_id', '=', programId)
    .where('beneficiary_uid', '=', beneficiaryUid)
    .orderBy('created_at', 'desc')
    .orderBy('uid', 'desc')
    .limit(limit)
    .execute()
}

/** What of somebody's unpaid rewards is on hold, per unit. */
export function sumRewardsOnHold(
  db: Kysely<Database>,
  programId: string,
  beneficiaryUid: string,
  now: number,
): Promise<AmountRow[]> {
  return db
    .selectFrom('reward')
    .select(({ fn, eb }) => [
      'amount_units',
      fn.sum<bigint>(eb('amount_micros', '-', eb.ref('reversed_micros'))).as('amount_micros'),
    ])
    .where('program_id', '=', programId)
    .where('beneficiary_uid', '=', beneficiaryUid)
    .where('approved_at', '>', now)
    .where('paid_at', 'is', null)
    .where('reversed_at', 'is', null)
    .groupBy('amount_units')
    .orderBy('amount_units')
    .execute()
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

export interface RewardFilters extends TransactionFilters {
  state?: RewardState | undefined
}

/**
 * One page and a row of what a program has to pay, the newest first unless it says otherwise.
 *
 * @param filters `referrerUid` is whoever earned it; `key` and `customerUid` are the sale's.
 * @param now Milliseconds since the epoch: which rewards are on hold.
 */
export function listProgramRewards(
  db: Kysely<Database>,
  programId: string,
  page: Page,
  { state, key, referrerUid, customerUid }: RewardFilters,
  now: number,
): Promise<RewardRow[]> {
  const isOfSales = key !== undefined || customerUid !== undefined
  return (
    db
      .selectFrom('reward')
      .selectAll()
      .$if(!isOfSales, (query) => query.where('program_id', '=', programId))
      // The program stands in the pairs alone: asked for it beside them, SQLite would go through all of
      // its rewards in their order.
      .$if(isOfSales, (query) =>
        query.where(({ eb, refTuple, selectFrom }) =>
          eb(
            refTuple('program_id', 'transaction_uid'),
            'in',
            selectFrom('transaction')
              .select(['program_id', 'uid'])
              .where('program_id', '=', programId)
              .$if(key !== undefined, (sale) => sale.where('key', '=', key ?? ''))
              .$if(customerUid !== undefined, (sale) =>
                sale.where('customer_uid', '=', customerUid ?? ''),
              )
              .$asTuple('program_id', 'uid'),
          ),
        ),
      )
      .$if(referrerUid !== undefined, (query) =>
        query.where('beneficiary_uid', '=', referrerUid ?? ''),
      )
      // As `rewardState` tells them.
      .$if(state !== undefined, (query) =>
        query.where('reversed_at', state === 'reversed' ? 'is not' : 'is', null),
      )
      .$if(state === 'paid', (query) => query.where('paid_at', 'is not', null))
      .$if(state === 'pending' || state === 'approved', (query) =>
        query
          .where('paid_at', 'is', null)
          .where('approved_at', state === 'pending' ? '>' : '<=', now),
      )
      .$call(onPage(page, 'created_at', 'uid'))
      .execute()
  )
}

type Buyer = Pick<CustomerRow, 'name' | 'surname' | 'email'>

/**
 * One page and a row of what somebody earned, the newest first unless it says otherwise, each with the
 * one whose sale it was for; `null` where there is no sale, or the buyer was deleted.
 */
export async function listRewardsOf(
  db: Kysely<Database>,
  programId: string,
  beneficiaryUid: string,
  page: Page,
): Promise<(RewardRow & { buyer: Buyer | null })[]> {
  const rows = await db
    .selectFrom('reward')
    .leftJoin('transaction as sale', (join) =>
      join
        .onRef('sale.program_id', '=', 'reward.program_id')
        .onRef('sale.uid', '=', 'reward.transaction_uid'),
    )
    .leftJoin('customer as buyer', (join) =>
      join
        .onRef('buyer.program_id', '=', 'sale.program_id')
        .onRef('buyer.uid', '=', 'sale.customer_uid')
        .on('buyer.status', '!=', 'deleted'),
    )
    .selectAll('reward')
    .select(['buyer.uid as buyer_uid', 'buyer.name', 'buyer.surname', 'buyer.email'])
    .where('reward.program_id', '=', programId)
    .where('reward.beneficiary_uid', '=', beneficiaryUid)
    .$call(onPage(page, 'reward.created_at', 'reward.uid'))
    .execute()
  return rows.map(({ buyer_uid, name, surname, email, ...reward }) => ({
    ...reward,
    buyer: buyer_uid === null ? null : { name, surname, email },
  }))
}
