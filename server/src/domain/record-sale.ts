import type { Kysely } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { PollenError } from '../errors/pollen-error.js'
import { transactionRecord } from '../records/transaction-records.js'
import { insertBalanceEntry } from '../store/balance-entries.js'
import type { CustomerRow, Database, ProgramRow, TransactionRow } from '../store/database.js'
import { insertReward } from '../store/rewards.js'
import { findTransaction, insertTransaction } from '../store/transactions.js'
import { emitEvent } from './emit-event.js'
import type { Sale } from './read-sale.js'
import { rewardOfSale } from './reward-of-sale.js'

/**
 * Records a sale and what it earns, once: a key that was seen before is answered with what stands,
 * also when that was deleted since, and pays nothing.
 *
 * @param trx A database transaction: a sale, its reward and the entry in the ledger are one.
 * @param now Milliseconds since the epoch.
 * @throws PollenError `invalid` when the key stands for another sale.
 */
export async function recordSale(
  trx: Kysely<Database>,
  program: ProgramRow,
  customer: CustomerRow,
  sale: Sale,
  now: number,
): Promise<TransactionRow> {
  const { program_id } = program
  const uid = uuidv7()
  const transaction: TransactionRow = {
    program_id,
    uid,
    key: sale.key ?? uid,
    customer_uid: customer.uid,
    referrer_uid: customer.referrer_uid,
    action: sale.action,
    amount_micros: sale.amountMicros,
    amount_units: sale.currency,
    is_currency: 1,
    product: JSON.stringify(sale.product),
    created_at: sale.createdAt ?? now,
    deleted_at: null,
  }
  const isNew = await insertTransaction(trx, transaction)
  if (!isNew) return standing(trx, transaction)
  await payReferrer(trx, program, transaction, sale)
  const record = () => transactionRecord(trx, program, transaction)
  await emitEvent(trx, program, 'transaction.created', record, now)
  return transaction
}

async function standing(
  trx: Kysely<Database>,
  { program_id, key, ...sent }: TransactionRow,
): Promise<TransactionRow> {
  const stored = await findTransaction(trx, program_id, key)
  if (!stored) throw new PollenError('busy')
  const isSame =
    stored.customer_uid === sent.customer_uid &&
    stored.amount_micros === sent.amount_micros &&
    stored.amount_units === sent.amount_units
  if (isSame) return stored
  throw new PollenError('invalid', {
    key: [`The key "${key}" stands for another sale: a new sale needs a key of its own.`],
  })
}

async function payReferrer(
  trx: Kysely<Database>,
  program: ProgramRow,
  transaction: TransactionRow,
  sale: Sale,
): Promise<void> {
  const earned = rewardOfSale(sale, program)
  if (!earned || transaction.referrer_uid === null) return
  const entry = {
    program_id: program.program_id,
    beneficiary_uid: transaction.referrer_uid,
    amount_micros: earned.amountMicros,
    amount_units: earned.currency,
    created_at: transaction.created_at,
  }
  const reward = {
    ...entry,
    uid: uuidv7(),
    transaction_uid: transaction.uid,
    deleted_at: null,
  }
  await insertReward(trx, reward)
  await insertBalanceEntry(trx, {
    ...entry,
    uid: uuidv7(),
    kind: 'reward',
    reward_uid: reward.uid,
    is_currency: 1,
  })
}
