import type { Kysely } from 'kysely'
import { isoTime } from '../domain/iso-time.js'
import { microsToNumber } from '../domain/micros.js'
import { findCustomersByUid } from '../store/customers.js'
import type { Database, ProgramRow, RewardRow, TransactionRow } from '../store/database.js'
import { findReferrersByUid } from '../store/referrers.js'
import { listRewards } from '../store/rewards.js'

/** Transactions with their rewards, in the shape of the program's kind. */
export async function transactionRecords(
  db: Kysely<Database>,
  program: ProgramRow,
  transactions: TransactionRow[],
) {
  const { program_id } = program
  const uids = (name: 'customer_uid' | 'referrer_uid') => [
    ...new Set(transactions.flatMap((transaction) => transaction[name] ?? [])),
  ]
  const buyers = await findCustomersByUid(db, program_id, uids('customer_uid'))
  const referrers = await findReferrersByUid(db, program, uids('referrer_uid'))
  const rewards = await listRewards(
    db,
    program_id,
    transactions.map(({ uid }) => uid),
  )

  return transactions.map((transaction) => {
    const buyer = buyers.get(transaction.customer_uid)
    const referrer = referrers.get(transaction.referrer_uid ?? '')
    const people =
      program.type === 'affiliate'
        ? { partner: referrer?.id ?? null, customer: buyer?.key ?? null }
        : { customer: referrer?.id ?? null, referred_customer: buyer?.id ?? null }
    return {
      key: transaction.key,
      action: transaction.action,
      amount: microsToNumber(transaction.amount_micros),
      ...people,
      credit: false,
      is_currency: transaction.is_currency === 1,
      amount_units: transaction.amount_units,
      created_at: isoTime(transaction.created_at),
      deleted_at: timeOrNull(transaction.deleted_at),
      rewards: rewards
        .filter(({ transaction_uid }) => transaction_uid === transaction.uid)
        .map((reward) => ({ ...rewardRecord(transaction, reward), ...people })),
    }
  })
}

export async function transactionRecord(
  db: Kysely<Database>,
  program: ProgramRow,
  transaction: TransactionRow,
) {
  const [record] = await transactionRecords(db, program, [transaction])
  return record ?? {}
}

const rewardRecord = (transaction: TransactionRow, reward: RewardRow) => ({
  key: transaction.key,
  action: transaction.action,
  status: 'ok',
  amount: microsToNumber(reward.amount_micros),
  amount_units: reward.amount_units,
  is_currency: true,
  credit: false,
  created_at: isoTime(reward.created_at),
  deleted_at: timeOrNull(reward.deleted_at),
  product_type_data: JSON.parse(transaction.product),
})

const timeOrNull = (ms: number | null) => (ms === null ? null : isoTime(ms))
