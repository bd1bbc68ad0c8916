import type { Kysely } from 'kysely'
import { microsToNumber } from '../domain/money/micros.js'
import { rewardState } from '../domain/rewards/reward-state.js'
import { isoTime, isoTimeOrNull } from '../domain/time/iso-time.js'
import { findCustomersByUid } from '../store/customers.js'
import type { Database, ProgramRow, RewardRow, TransactionRow } from '../store/database.js'
import { findReferrersByUid } from '../store/referrers.js'
import { findTransactionsByUid } from '../store/transactions.js'

/**
 * A reward without the people. `status` is `ok` until the sale is taken back, which is all that
 * clients know of; `state` tells more.
 *
 * @param transaction `undefined` for a reward that is for no sale.
 * @param now Milliseconds since the epoch: whether it is on hold now.
 */
export const rewardFields = (
  reward: RewardRow,
  transaction: TransactionRow | undefined,
  now: number,
) => ({
  id: reward.uid,
  key: transaction?.key ?? reward.uid,
  action: transaction?.action ?? 'reward',
  status: reward.reversed_at === null ? 'ok' : 'reversed',
  state: rewardState(reward, now),
  beneficiary: reward.beneficiary_uid === transaction?.customer_uid ? 'customer' : 'referrer',
  amount: microsToNumber(reward.amount_micros),
  amount_units: reward.amount_units,
  reversed_amount: microsToNumber(reward.reversed_micros),
  is_currency: true,
  credit: false,
  commission_rule: reward.rule_uid,
  note: reward.note,
  created_at: isoTime(reward.created_at),
  approved_at: isoTime(reward.approved_at),
  paid_at: isoTimeOrNull(reward.paid_at),
  deleted_at: isoTimeOrNull(reward.reversed_at),
  product_type_data: JSON.parse(transaction?.product ?? '{}'),
})

/** Rewards with all there is to say. */
export async function rewardRecords(
  db: Kysely<Database>,
  program: ProgramRow,
  rewards: RewardRow[],
  now: number,
) {
  const { program_id } = program
  const saleUids = rewards.flatMap(({ transaction_uid }) => transaction_uid ?? [])
  const sales = await findTransactionsByUid(db, program_id, saleUids)
  const rows = rewards.map((reward) => {
    const sale = sales.get(reward.transaction_uid ?? '')
    return {
      reward,
      sale,
      referrerUid: sale?.referrer_uid ?? reward.beneficiary_uid,
      buyerUid: sale?.customer_uid ?? '',
    }
  })
  const uids = (name: 'referrerUid' | 'buyerUid') => [...new Set(rows.map((row) => row[name]))]
  const referrers = await findReferrersByUid(db, program, uids('referrerUid'))
  const buyers = await findCustomersByUid(db, program_id, uids('buyerUid'))
  return rows.map(({ reward, sale, referrerUid, buyerUid }) => ({
    ...rewardFields(reward, sale, now),
    ...peopleOfSale(program, referrers.get(referrerUid), buyers.get(buyerUid)),
  }))
}

export async function rewardRecord(
  db: Kysely<Database>,
  program: ProgramRow,
  reward: RewardRow,
  now: number,
) {
  const [record] = await rewardRecords(db, program, [reward], now)
  return record ?? {}
}

/** Who brought the buyer, and the buyer, as each kind of program calls them. */
export const peopleOfSale = (
  program: Pick<ProgramRow, 'type'>,
  referrer: { id: string } | undefined,
  buyer: { id: string; key: string } | undefined,
) =>
  program.type === 'affiliate'
    ? { partner: referrer?.id ?? null, customer: buyer?.key ?? null }
    : { customer: referrer?.id ?? null, referred_customer: buyer?.id ?? null }
