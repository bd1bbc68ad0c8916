import type { Kysely } from 'kysely'
import type { Database, TransactionRow } from './database.js'
import { limitAndOffset, type Page } from './page.js'

/** @returns Whether its key was new; one that stands already changes nothing. */
export async function insertTransaction(
  db: Kysely<Database>,
  transaction: TransactionRow,
): Promise<boolean> {
  const inserted = await db
    .insertInto('transaction')
    .values(transaction)
    .onConflict((conflict) => conflict.doNothing())
    .returning('uid')
    .executeTakeFirst()
  return inserted !== undefined
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

/** @returns `undefined` when there is none, or it was deleted before. */
export function markTransactionDeleted(
  db: Kysely<Database>,
  programId: string,
  key: string,
  deletedAt: number,
): Promise<TransactionRow | undefined> {
  return db
    .updateTable('transaction')
    .set({ deleted_at: deletedAt })
    .where('program_id', '=', programId)
    .where('key', '=', key)
    .where('deleted_at', 'is', null)
    .returningAll()
    .executeTakeFirst()
}

export interface TransactionFilters {
  key?: string | undefined
  referrerUid?: string | undefined
  customerUid?: string | undefined
  /** Bought by this customer, or credited to them. */
  participantUid?: string | undefined
}

/** One page and a row, the newest first unless it says otherwise; deleted ones are left out. */
export function listTransactions(
  db: Kysely<Database>,
  programId: string,
  page: Page,
  { key, referrerUid, customerUid, participantUid = '' }: TransactionFilters,
): Promise<TransactionRow[]> {
  const { limit, offset } = limitAndOffset(page)
  return db
    .selectFrom('transaction')
    .selectAll()
    .where('program_id', '=', programId)
    .where('deleted_at', 'is', null)
    .$if(key !== undefined, (query) => query.where('key', '=', key ?? ''))
    .$if(referrerUid !== undefined, (query) => query.where('referrer_uid', '=', referrerUid ?? ''))
    .$if(customerUid !== undefined, (query) => query.where('customer_uid', '=', customerUid ?? ''))
    .$if(participantUid !== '', (query) =>
      query.where(({ eb, or }) =>
        or([eb('customer_uid', '=', participantUid), eb('referrer_uid', '=', participantUid)]),
      ),
    )
    .orderBy('created_at', page.sort)
    .orderBy('uid', page.sort)
    .limit(limit)
    .offset(offset)
    .execute()
}
