import type { Kysely } from 'kysely'
import { microsToNumber } from '../domain/money/micros.js'
import { isoTime, isoTimeOrNull } from '../domain/time/iso-time.js'
import { findCustomersByUid } from '../store/customers.js'
import type { Database, ProgramRow, TransactionRow } from '../store/database.js'
import { findReferrersByUid } from '../store/referrers.js'
import { listRewards } from '../store/rewards.js'
import { peopleOfSale, rewardFields } from './reward-record.js'

/**
 * Transactions with their rewards, in the shape of the program's kind.
 *
 * @param now Milliseconds since the epoch: which rewards are on hold.
 */
export async function transactionRecords(
  db: Kysely<Database>,
  program: ProgramRow,
  transactions: TransactionRow[],
  now = Date.now(),
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
    const people = peopleOfSale(program, referrers.get(transaction.referrer_uid ?? ''), buyer)
    return {
      key: transaction.key,
      action: transaction.action,
      status: statusOf(transaction),
      amount: microsToNumber(transaction.amount_micros),
      refunded_amount: microsToNumber(transaction.refunded_micros),
      gross_amount: amountOrNull(transaction.gross_micros),
      discount_amount: amountOrNull(transaction.discount_micros),
      discount_code: transaction.discount_code,
      ...people,
      credit: false,
      is_currency: transaction.is_currency === 1,
      amount_units: transaction.amount_units,
      created_at: isoTime(transaction.created_at),
      archived_at: isoTimeOrNull(transaction.archived_at),
      deleted_at: isoTimeOrNull(transaction.deleted_at),
      rewards: rewards
        .filter(({ transaction_uid }) => transaction_uid === transaction.uid)
        .map((reward) => ({ ...rewardFields(reward, transaction, now), ...people })),
    }
  })
}

export type TransactionRecord = Awaited<ReturnType<typeof transactionRecords>>[number]

export async function transactionRecord(
  db: Kysely<Database>,
  program: ProgramRow,
  transaction: TransactionRow,
) {
  const [record] = await transactionRecords(db, program, [transaction])
  return record ?? {}
}

/** What has become of a sale; else what the client called it. */
function statusOf(transaction: TransactionRow): string {
  const { deleted_at, archived_at, refunded_micros, amount_micros } = transaction
  if (deleted_at !== null) return 'deleted'
  if (archived_at !== null) return 'archived'
  if (refunded_micros > 0n) {
    return refunded_micros === amount_micros ? 'refunded' : 'partially_refunded'
  }
  return transaction.status ?? 'ok'
}

const amountOrNull = (micros: bigint | null) => (micros === null ? null : microsToNumber(micros))
