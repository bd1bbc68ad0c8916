import type { Kysely, Updateable } from 'kysely'
import type { CustomerRow, Database } from './database.js'
import { insertMissing } from './statements/insert-missing.js'
import { isAmong } from './statements/is-among.js'
import { type SearchTerms, searched } from './statements/matching.js'
import { onPage, type Page } from './statements/page.js'
import { sortedBy } from './statements/sorted-by.js'

/**
 * @param customers With all columns, so that none has to be read back.
 * @returns Those that are new; whose id, key or e-mail address belongs to a customer already is not.
 */
export async function insertCustomers(
  db: Kysely<Database>,
  customers: readonly CustomerRow[],
): Promise<CustomerRow[]> {
  const inserted = await insertMissing(db, 'customer', sortedBy(customers, 'key'), ['uid'])
  const uids = new Set(inserted.map(({ uid }) => uid))
  return customers.filter(({ uid }) => uids.has(uid))
}

export function updateCustomer(
  db: Kysely<Database>,
  customer: CustomerRow,
  changes: Updateable<Database['customer']>,
): Promise<CustomerRow> {
  return db
    .updateTable('customer')
    .set(changes)
    .where('program_id', '=', customer.program_id)
    .where('uid', '=', customer.uid)
    .returningAll()
    .executeTakeFirstOrThrow()
}

/**
 * Moves a customer from one state to another.
 *
 * @returns `undefined` when the customer is in none of `from`.
 */
export function changeCustomerStatus(
  db: Kysely<Database>,
  { program_id, uid }: Pick<CustomerRow, 'program_id' | 'uid'>,
  from: CustomerRow['status'][],
  changes: Updateable<Database['customer']>,
): Promise<CustomerRow | undefined> {
  return db
    .updateTable('customer')
    .set(changes)
    .where('program_id', '=', program_id)
    .where('uid', '=', uid)
    .where('status', 'in', from)
    .returningAll()
    .executeTakeFirst()
}

/** Makes others wait who ask the same about this customer, until this database transaction ends. */
export async function lockCustomer(
  trx: Kysely<Database>,
  { program_id, uid }: Pick<CustomerRow, 'program_id' | 'uid'>,
): Promise<void> {
  await trx
    .updateTable('customer')
    .set({ uid })
    .where('program_id', '=', program_id)
    .where('uid', '=', uid)
    .execute()
}

export interface CustomerFilters {
  /** Only who came by this partner or customer. */
  referrerUid?: string | undefined
  /** Only who came by somebody, or only who came by nobody. */
  isReferred?: boolean | undefined
  terms?: SearchTerms | undefined
}

/**
 * One page and a row, the newest first unless it says otherwise. A search that names somebody in full
 * finds nobody else.
 */
export async function listCustomers(
  db: Kysely<Database>,
  programId: string,
  page: Page,
  { referrerUid, isReferred, terms = {} }: CustomerFilters = {},
): Promise<CustomerRow[]> {
  return db
    .selectFrom('customer')
    .selectAll()
    .where('program_id', '=', programId)
    .where('status', '!=', 'deleted')
    .where(await searched(db, 'customer', programId, terms))
    .$if(referrerUid !== undefined, (query) => query.where('referrer_uid', '=', referrerUid ?? ''))
    .$if(isReferred !== undefined, (query) =>
      query.where('referrer_uid', isReferred ? 'is not' : 'is', null),
    )
    .$call(onPage(page, 'created_at', 'uid'))
    .execute()
}

/** By `uid`; the ones that are not there, or not any more, are left out. */
export async function findCustomersByUid(
  db: Kysely<Database>,
  programId: string,
  uids: string[],
): Promise<Map<string, CustomerRow>> {
  if (uids.length === 0) return new Map()
  const rows = await db
    .selectFrom('customer')
    .selectAll()
    .where('program_id', '=', programId)
    .where(isAmong(db, 'uid', uids))
    .where('status', '!=', 'deleted')
    .execute()
  return new Map(rows.map((row) => [row.uid, row]))
}
