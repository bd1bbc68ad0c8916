import type { Kysely, Updateable } from 'kysely'
import { PollenError } from '../errors/pollen-error.js'
import { transactionRecord } from '../records/transaction-records.js'
import type { Database, ProgramRow, TransactionRow } from '../store/database.js'
import { updateTransaction } from '../store/transactions.js'
import { emitEvent } from './emit-event.js'
import { settleSale } from './settle-sale.js'

/**
 * Takes a sale back for good, and with it what it earned.
 *
 * @param trx A database transaction, as for all of these.
 * @param now Milliseconds since the epoch.
 * @throws PollenError `transaction_not_found`, also when it was deleted before.
 */
export const deleteSale = (
  trx: Kysely<Database>,
  program: ProgramRow,
  key: string,
  now: number,
): Promise<TransactionRow> =>
  change(trx, program, key, { deleted_at: now }, 'transaction.deleted', now)

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
  const { archived_at } = await standingSale(trx, program, key)
  if (archived_at !== null) throw new PollenError('action_failed', { key: ['It is archived.'] })
  return change(trx, program, key, { archived_at: now }, 'transaction.updated', now)
}

/** @throws PollenError `transaction_not_found`, or `action_failed` when it is not archived. */
export async function restoreSale(
  trx: Kysely<Database>,
  program: ProgramRow,
  key: string,
  now: number,
): Promise<TransactionRow> {
  const { archived_at } = await standingSale(trx, program, key)
  if (archived_at === null) throw new PollenError('action_failed', { key: ['It is not archived.'] })
  return change(trx, program, key, { archived_at: null }, 'transaction.updated', now)
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
  return change(trx, program, key, { refunded_micros: refunded }, 'transaction.updated', now)
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
  key: string,
  changes: Updateable<Database['transaction']>,
  event: 'transaction.deleted' | 'transaction.updated',
  now: number,
): Promise<TransactionRow> {
  const changed = await updateTransaction(trx, program.program_id, key, changes)
  if (!changed) throw new PollenError('transaction_not_found')
  await settleSale(trx, changed, now)
  await emitEvent(trx, program, event, () => transactionRecord(trx, program, changed), now)
  return changed
}
