import type { Kysely, Updateable } from 'kysely'
import { PollenError } from '../../errors/pollen-error.js'
import { transactionRecord } from '../../records/transaction-records.js'
import type { Database, ProgramRow, TransactionRow } from '../../store/database.js'
import { countRedemption } from '../../store/promotion-codes.js'
import { updateTransaction } from '../../store/transactions.js'
import { emitEvent } from '../webhooks/emit-event.js'
import { settleSale } from './settle-sale.js'

/**
 * Takes a sale back for good, and with it what it earned.
 *
 * @param trx A database transaction, as for all of these.
 * @param now Milliseconds since the epoch.
 * @throws PollenError `transaction_not_found`, also when it was deleted before.
 */
export async function deleteSale(
  trx: Kysely<Database>,
  program: ProgramRow,
  key: string,
  now: number,
): Promise<TransactionRow> {
  const sale = await standingSale(trx, program, key)
  return change(trx, program, sale, { deleted_at: now }, 'transaction.deleted', now)
}

/**
 * Takes a sale back until `restoreSale`: it is in no list and no figure, and earns nothing.
 *
 * @throws PollenError `transaction_not_found`, or `action_failed` when it is archived already.
 */
export async function archiveSale(
  trx: Kysely<Database>,
  program: ProgramRow,
  key: string,
  now: number,
): Promise<TransactionRow> {
  const sale = await standingSale(trx, program, key)
  if (sale.archived_at !== null)
    throw new PollenError('action_failed', { key: ['It is archived.'] })
  return change(trx, program, sale, { archived_at: now }, 'transaction.updated', now)
}

/** @throws PollenError `transaction_not_found`, or `action_failed` when it is not archived. */
export async function restoreSale(
  trx: Kysely<Database>,
  program: ProgramRow,
  key: string,
  now: number,
): Promise<TransactionRow> {
  const sale = await standingSale(trx, program, key)
  if (sale.archived_at === null)
    throw new PollenError('action_failed', { key: ['It is not archived.'] })
  return change(trx, program, sale, { archived_at: null }, 'transaction.updated', now)
}

/**
 * Gives the buyer money back. What the sale earned shrinks by the same share.
 *
 * @param refundedMicros All that was given back so far, not what is given back now: so the same report
 *   can come again, and one that comes late takes nothing back. More than the sale is all of it.
 * @throws PollenError `transaction_not_found`
 */
export async function refundSale(
  trx: Kysely<Database>,
  program: ProgramRow,
  key: string,
  refundedMicros: bigint,
  now: number,
): Promise<TransactionRow> {
  const sale = await standingSale(trx, program, key)
  const refunded = refundedMicros > sale.amount_micros ? sale.amount_micros : refundedMicros
  if (refunded <= sale.refunded_micros) return sale
  return change(trx, program, sale, { refunded_micros: refunded }, 'transaction.updated', now)
}

/** The sale, which nobody else changes until the database transaction ends. */
async function standingSale(
  trx: Kysely<Database>,
  { program_id }: ProgramRow,
  key: string,
): Promise<TransactionRow> {
  const sale = await updateTransaction(trx, program_id, key, { key })
  if (!sale) throw new PollenError('transaction_not_found')
  return sale
}

async function change(
  trx: Kysely<Database>,
  program: ProgramRow,
  sale: TransactionRow,
  changes: Updateable<Database['transaction']>,
  event: 'transaction.deleted' | 'transaction.updated',
  now: number,
): Promise<TransactionRow> {
  const changed = await updateTransaction(trx, program.program_id, sale.key, changes)
  if (!changed) throw new PollenError('transaction_not_found')
  await settleSale(trx, changed, now)
  if (sale.discount_code !== null && isLive(changed) !== isLive(sale)) {
    await countRedemption(trx, program, sale.discount_code, isLive(changed) ? 1 : -1)
  }
  await emitEvent(trx, program, event, () => transactionRecord(trx, program, changed), now)
  return changed
}

const isLive = ({ archived_at, deleted_at }: TransactionRow) =>
  archived_at === null && deleted_at === null
