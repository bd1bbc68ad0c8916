import type { Kysely, Updateable } from 'kysely'
import type { Database, TransactionRow } from './database.js'
import { insertMissing } from './statements/insert-missing.js'
import { isAmong } from './statements/is-among.js'
import { onPage, type Page } from './statements/page.js'
import { sortedBy } from './statements/sorted-by.js'

/**
 * @param transactions With all columns, so that none has to be read back.
 * @returns Those that are new; one whose key stands already changes nothing.
 */
export async function insertTransactions(
  db: Kysely<Database>,
  transactions: readonly TransactionRow[],
): Promise<TransactionRow[]> {
  const inserted = await insertMissing(db, 'transaction', sortedBy(transactions, 'key'), ['uid'])
  const uids = new Set(inserted.map(({ uid }) => uid))
  return transactions.filter(({ uid }) => uids.has(uid))
}

/** Deleted ones too. */
export function findTransaction(
  db: Kysely<Database>,
  programId: string,
  key: string,
): Promise<TransactionRow | undefined> {
  return db
    .selectFrom('transaction')
    .selectAll()
    .where('program_id', '=', programId)
    .where('key', '=', key)
    .executeTakeFirst()
}

/** By key, deleted ones too. */
export async function findTransactionsByKey(
  db: Kysely<Database>,
  programId: string,
  keys: string[],
): Promise<Map<string, TransactionRow>> {
  if (keys.length === 0) return new Map()
  const rows = await db
    .selectFrom('transaction')
    .selectAll()
    .where('program_id', '=', programId)
    .where(isAmong(db, 'key', keys))
    .execute()
  return new Map(rows.map((row) => [row.key, row]))
}

/** By `uid`, deleted ones too. */
export async function findTransactionsByUid(
  db: Kysely<Database>,
  programId: string,
  uids: string[],
): Promise<Map<string, TransactionRow>> {
  if (uids.length === 0) return new Map()
  const rows = await db
    .selectFrom('transaction')
    .selectAll()
    .where('program_id', '=', programId)
    .where(isAmong(db, 'uid', uids))
    .execute()
  return new Map(rows.map((row) => [row.uid, row]))
}

/**
 * Changes a transaction that was not deleted. Until the database transaction ends, nobody else
 * changes it, so its rewards can be settled in peace.
 *
 * @returns `undefined` when there is none.
 */
export function updateTransaction(
  trx: Kysely<Database>,
  programId: string,
  key: string,
  changes: Updateable<Database['transaction']>,
): Promise<TransactionRow | undefined> {
  return trx
    .updateTable('transaction')
    .set(changes)
    .where('program_id', '=', programId)
    .where('key', '=', key)
    .where('deleted_at', 'is', null)
    .returningAll()
    .executeTakeFirst()
}

/**
 * When a customer first paid: trials, deleted, archived and refunded sales are not counted.
 *
 * @param exceptUids Sales to leave out.
 * @returns Milliseconds since the epoch; `undefined` for never.
 */
export async function findFirstSaleTime(
  db: Kysely<Database>,
  programId: string,
  customerUid: string,
  exceptUids: string[],
): Promise<number | undefined> {
  const first = await db
    .selectFrom('transaction')
    .select('created_at')
    .where('program_id', '=', programId)
    .where('customer_uid', '=', customerUid)
    .where('uid', 'not in', exceptUids)
    .where('deleted_at', 'is', null)
    .where('archived_at', 'is', null)
    .whereRef('amount_micros', '>', 'refunded_micros')
    .orderBy('created_at')
    .limit(1)
    .executeTakeFirst()
  return first?.created_at
}

/** Which of these customers have paid for something that they did not get back. */
export async function findBuyers(
  db: Kysely<Database>,
  programId: string,
  customerUids: string[],
): Promise<Set<string>> {
  if (customerUids.length === 0) return new Set()
  const rows = await db
    .selectFrom('customer')
    .select('uid')
    .where('program_id', '=', programId)
    .where('uid', 'in', customerUids)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('transaction')
          .select('transaction.uid')
          .where('transaction.program_id', '=', programId)
          .whereRef('transaction.customer_uid', '=', 'customer.uid')
          .where('transaction.deleted_at', 'is', null)
          .where('transaction.archived_at', 'is', null)
          .whereRef('transaction.amount_micros', '>', 'transaction.refunded_micros'),
      ),
    )
    .execute()
  return new Set(rows.map(({ uid }) => uid))
}

export interface TransactionFilters {
  key?: string | undefined
  referrerUid?: string | undefined
  customerUid?: string | undefined
  /** Bought by this customer, or credited to them. */
  participantUid?: string | undefined
}

export interface TransactionListFilters extends TransactionFilters {
  /** `standing` unless it is said: neither archived nor deleted. A deleted sale is a refunded one. */
  state?: 'standing' | 'refunded' | 'archived' | 'all' | undefined
}

/** One page and a row, the newest first unless it says otherwise. */
export function listTransactions(
  db: Kysely<Database>,
  programId: string,
  page: Page,
  {
    key,
    referrerUid,
    customerUid,
    participantUid = '',
    state = 'standing',
  }: TransactionListFilters,
): Promise<TransactionRow[]> {
  return db
    .selectFrom('transaction')
    .selectAll()
    .where('program_id', '=', programId)
    .$if(state === 'standing' || state === 'archived', (query) =>
      query
        .where('deleted_at', 'is', null)
        .where('archived_at', state === 'archived' ? 'is not' : 'is', null),
    )
    .$if(state === 'refunded', (query) =>
      query.where(({ eb, or }) =>
        or([eb('deleted_at', 'is not', null), eb('refunded_micros', '>', 0n)]),
      ),
    )
    .$if(key !== undefined, (query) => query.where('key', '=', key ?? ''))
    .$if(referrerUid !== undefined, (query) => query.where('referrer_uid', '=', referrerUid ?? ''))
    .$if(customerUid !== undefined, (query) => query.where('customer_uid', '=', customerUid ?? ''))
    .$if(participantUid !== '', (query) =>
      query.where(({ eb, or }) =>
        or([eb('customer_uid', '=', participantUid), eb('referrer_uid', '=', participantUid)]),
      ),
    )
    .$call(onPage(page, 'created_at', 'uid'))
    .execute()
}

/** Which of these customers bought something, of what this referrer is credited with. */
export async function listBuyers(
  db: Kysely<Database>,
  programId: string,
  referrerUid: string,
  customerUids: string[],
): Promise<Set<string>> {
  if (customerUids.length === 0) return new Set()
  const rows = await db
    .selectFrom('transaction')
    .select('customer_uid')
    .distinct()
    .where('program_id', '=', programId)
    .where('customer_uid', 'in', customerUids)
    .where('referrer_uid', '=', referrerUid)
    .where('deleted_at', 'is', null)
    .where('archived_at', 'is', null)
    .execute()
  return new Set(rows.map(({ customer_uid }) => customer_uid))
}
