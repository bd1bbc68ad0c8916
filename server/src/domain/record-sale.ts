import type { Kysely } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { PollenError } from '../errors/pollen-error.js'
import { transactionRecord } from '../records/transaction-records.js'
import { findCustomersByUid } from '../store/customers.js'
import type { CustomerRow, Database, ProgramRow, TransactionRow } from '../store/database.js'
import { countRedemption } from '../store/promotion-codes.js'
import { findTransaction, insertTransaction } from '../store/transactions.js'
import { creditSale, isCreditedBuyer } from './credit-sale.js'
import { emitEvent } from './emit-event.js'
import { paySale } from './pay-sale.js'
import type { Sale } from './read-sale.js'

/**
 * Records a sale and what it earns, once: a key that was seen before is answered with what stands,
 * also when that was deleted since, and pays nothing.
 *
 * @param trx A database transaction: a sale, its rewards and their entries in the ledger are one.
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
  const stored = sale.key && (await findTransaction(trx, program_id, sale.key))
  if (stored) return standing(trx, stored, customer, sale)

  const { buyer, referrer } = await creditSale(trx, program, customer, sale, now)
  const uid = uuidv7()
  const transaction = await insertTransaction(trx, {
    program_id,
    uid,
    key: sale.key ?? uid,
    customer_uid: buyer.uid,
    referrer_uid: referrer?.uid ?? null,
    action: sale.action,
    amount_micros: sale.amountMicros,
    amount_units: sale.currency,
    is_currency: 1,
    product: JSON.stringify(sale.product),
    status: sale.status ?? null,
    gross_micros: sale.grossMicros ?? null,
    discount_micros: sale.discountMicros ?? null,
    discount_code: sale.discountCode ?? null,
    created_at: sale.createdAt ?? now,
    deleted_at: null,
  })
  if (!transaction) {
    const quicker = await findTransaction(trx, program_id, sale.key ?? uid)
    if (!quicker) throw new PollenError('busy')
    return standing(trx, quicker, customer, sale)
  }
  if (sale.discountCode) await countRedemption(trx, program, sale.discountCode, 1)
  if (referrer) await paySale(trx, program, { transaction, buyer, referrer, sale }, now)
  const record = () => transactionRecord(trx, program, transaction)
  await emitEvent(trx, program, 'transaction.created', record, now)
  return transaction
}

/** @throws PollenError `invalid` when what stands under the key is not what was sent. */
async function standing(
  trx: Kysely<Database>,
  stored: TransactionRow,
  customer: CustomerRow,
  sale: Sale,
): Promise<TransactionRow> {
  const { program_id, customer_uid, key } = stored
  const buyer = (await findCustomersByUid(trx, program_id, [customer_uid])).get(customer_uid)
  const isSame =
    (customer_uid === customer.uid || (buyer && isCreditedBuyer(buyer, customer))) &&
    stored.amount_micros === sale.amountMicros &&
    stored.amount_units === sale.currency &&
    stored.action === sale.action &&
    stored.product === JSON.stringify(sale.product)
  if (isSame) return stored
  throw new PollenError('invalid', {
    key: [`The key "${key}" stands for another sale: a new sale needs a key of its own.`],
  })
}
