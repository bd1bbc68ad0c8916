import type { Kysely } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { PollenError } from '../../errors/pollen-error.js'
import { transactionRecords } from '../../records/transaction-records.js'
import { findCustomersByUid } from '../../store/customers.js'
import type { CustomerRow, Database, ProgramRow, TransactionRow } from '../../store/database.js'
import { countRedemption } from '../../store/promotion-codes.js'
import { findReferrersByUid } from '../../store/referrers.js'
import { findTransactionsByKey, insertTransactions } from '../../store/transactions.js'
import { emitEvents } from '../webhooks/emit-event.js'
import { type CustomerSale, creditSale, isCreditedBuyer, type SaleCredit } from './credit-sale.js'
import { paySales } from './pay-sales.js'
import type { Sale } from './read-sale.js'

/** A sale that was not known, and the row that it is to be. */
interface NewSale extends SaleCredit {
  sale: Sale
  row: ReturnType<typeof transactionRow>
}

/**
 * Records sales and what they earn, once each: a key that was seen before is answered with what stands,
 * also when that was deleted since, and pays nothing. However many there are, a step is a statement; only
 * what few sales have (a promotion code, a partner of their own) is looked at one by one.
 *
 * @param trx A database transaction: a sale, its rewards and their entries in the ledger are one.
 * @param now Milliseconds since the epoch.
 * @returns One for each.
 * @throws PollenError `invalid` when the key of one of them stands for another sale.
 */
export async function recordSales(
  trx: Kysely<Database>,
  program: ProgramRow,
  asked: readonly CustomerSale[],
  now: number,
): Promise<TransactionRow[]> {
  const { program_id } = program
  const keys = asked.flatMap(({ sale }) => sale.key ?? [])
  const before = await findTransactionsByKey(trx, program_id, keys)

  const drafts = await draftSales(trx, program, asked, before, now)
  const rows = await insertTransactions(
    trx,
    [...drafts.values()].map(({ row }) => row),
  )
  const inserted = new Map(rows.map((row) => [row.uid, row]))
  const recorded = [...drafts.values()].flatMap((draft) => {
    const transaction = inserted.get(draft.row.uid)
    return transaction ? { ...draft, transaction } : []
  })
  for (const { sale } of recorded) {
    if (sale.discountCode) await countRedemption(trx, program, sale.discountCode, 1)
  }
  await paySales(trx, program, recorded, now)
  const transactions = recorded.map(({ transaction }) => transaction)
  const records = () => transactionRecords(trx, program, transactions, now)
  await emitEvents(trx, program, 'transaction.created', records, now)

  const isStanding = (one: CustomerSale) => !inserted.has(drafts.get(one)?.row.uid ?? '')
  const standing = await findStanding(trx, program, asked.filter(isStanding))
  return asked.map((one) => {
    const row = inserted.get(drafts.get(one)?.row.uid ?? '') ?? standing.get(one)
    if (!row) throw new PollenError('busy')
    return row
  })
}

/** `recordSales` of one. */
export async function recordSale(
  trx: Kysely<Database>,
  program: ProgramRow,
  customer: CustomerRow,
  sale: Sale,
  now: number,
): Promise<TransactionRow> {
  const [transaction] = await recordSales(trx, program, [{ customer, sale }], now)
  if (!transaction) throw new Error('a sale was not recorded')
  return transaction
}

/** Those that are new as far as is known; of two with one key, the first. */
async function draftSales(
  trx: Kysely<Database>,
  program: ProgramRow,
  asked: readonly CustomerSale[],
  before: Map<string, TransactionRow>,
  now: number,
): Promise<Map<CustomerSale, NewSale>> {
  const referrers = await findReferrersByUid(trx, program, [
    ...new Set(asked.flatMap(({ customer }) => customer.referrer_uid ?? [])),
  ])
  const taken = new Set(before.keys())
  const drafts = new Map<CustomerSale, NewSale>()
  for (const one of asked) {
    const { key } = one.sale
    if (key !== undefined && taken.has(key)) continue
    if (key !== undefined) taken.add(key)
    const credit = await creditSale(trx, program, one, referrers, now)
    const row = transactionRow(program, credit, one.sale, now)
    drafts.set(one, { ...credit, sale: one.sale, row })
  }
  return drafts
}

function transactionRow(
  { program_id }: ProgramRow,
  { buyer, referrer }: SaleCredit,
  sale: Sale,
  now: number,
) {
  const uid = uuidv7()
  return {
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
    refunded_micros: 0n,
    created_at: sale.createdAt ?? now,
    archived_at: null,
    deleted_at: null,
  } as const
}

/** What stands for those that were not inserted: it was there before, or somebody was quicker. */
async function findStanding(
  trx: Kysely<Database>,
  { program_id }: ProgramRow,
  asked: readonly CustomerSale[],
): Promise<Map<CustomerSale, TransactionRow>> {
  const keys = asked.flatMap(({ sale }) => sale.key ?? [])
  const stored = await findTransactionsByKey(trx, program_id, keys)
  const standing = new Map<CustomerSale, TransactionRow>()
  for (const one of asked) {
    const row = stored.get(one.sale.key ?? '')
    await assertSame(trx, row, one)
    if (row) standing.set(one, row)
  }
  return standing
}

/** @throws PollenError `invalid` when what stands under the key is not what was sent. */
async function assertSame(
  trx: Kysely<Database>,
  stored: TransactionRow | undefined,
  { customer, sale }: CustomerSale,
): Promise<void> {
  if (!stored) return
  const isSame =
    (await isBuyer(trx, stored, customer)) &&
    stored.amount_micros === sale.amountMicros &&
    stored.amount_units === sale.currency &&
    stored.action === sale.action &&
    stored.product === JSON.stringify(sale.product)
  if (isSame) return
  throw new PollenError('invalid', {
    key: [`The key "${stored.key}" stands for another sale: a new sale needs a key of its own.`],
  })
}

async function isBuyer(
  trx: Kysely<Database>,
  { program_id, customer_uid }: TransactionRow,
  customer: CustomerRow,
): Promise<boolean> {
  if (customer_uid === customer.uid) return true
  const buyer = (await findCustomersByUid(trx, program_id, [customer_uid])).get(customer_uid)
  return buyer !== undefined && isCreditedBuyer(buyer, customer)
}
