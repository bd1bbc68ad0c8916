import type { Kysely, Updateable } from 'kysely'
import type { Database, PayoutRequestRow } from './database.js'
import type { AmountRow } from './figures/amount-row.js'
import { onPage, type Page } from './statements/page.js'

export async function insertPayoutRequest(
  db: Kysely<Database>,
  payout: PayoutRequestRow,
): Promise<void> {
  await db.insertInto('payout_request').values(payout).execute()
}

export function findPayoutRequest(
  db: Kysely<Database>,
  programId: string,
  number: number,
): Promise<PayoutRequestRow | undefined> {
  return db
    .selectFrom('payout_request')
    .selectAll()
    .where('program_id', '=', programId)
    .where('number', '=', number)
    .executeTakeFirst()
}

export interface PayoutFilters {
  partnerUid?: string | undefined
  status?: string | undefined
  currency?: string | undefined
}

/** One page and a row, the newest first unless it says otherwise. */
export function listPayoutRequests(
  db: Kysely<Database>,
  programId: string,
  page: Page,
  { partnerUid, status = '', currency = '' }: PayoutFilters = {},
): Promise<PayoutRequestRow[]> {
  return db
    .selectFrom('payout_request')
    .selectAll()
    .where('program_id', '=', programId)
    .$if(partnerUid !== undefined, (query) => query.where('partner_uid', '=', partnerUid ?? ''))
    .$if(status !== '', (query) => query.where('status', '=', status as PayoutRequestRow['status']))
    .$if(currency !== '', (query) => query.where('amount_units', '=', currency))
    .$call(onPage(page, 'number'))
    .execute()
}

/**
 * Moves a payout from one state to another.
 *
 * @returns `undefined` when it is in none of `from`.
 */
export function changePayoutStatus(
  trx: Kysely<Database>,
  { program_id, number }: Pick<PayoutRequestRow, 'program_id' | 'number'>,
  from: PayoutRequestRow['status'][],
  changes: Updateable<Database['payout_request']>,
): Promise<PayoutRequestRow | undefined> {
  return trx
    .updateTable('payout_request')
    .set(changes)
    .where('program_id', '=', program_id)
    .where('number', '=', number)
    .where('status', 'in', from)
    .returningAll()
    .executeTakeFirst()
}

/** How many payouts there are in each state that any is in. */
export async function countPayoutsByStatus(
  db: Kysely<Database>,
  programId: string,
): Promise<Record<string, number>> {
  const rows = await db
    .selectFrom('payout_request')
    .select(({ fn }) => ['status', fn.countAll<number>().as('count')])
    .where('program_id', '=', programId)
    .groupBy('status')
    .execute()
  return Object.fromEntries(rows.map(({ status, count }) => [status, count]))
}

/** What is asked for, or approved, and not paid out yet. */
export function sumOpenPayouts(db: Kysely<Database>, programId: string): Promise<AmountRow[]> {
  return db
    .selectFrom('payout_request as payout')
    .innerJoin('payout_entry as claim', (join) =>
      join
        .onRef('claim.program_id', '=', 'payout.program_id')
        .onRef('claim.payout_number', '=', 'payout.number'),
    )
    .innerJoin('balance_entry as entry', (join) =>
      join
        .onRef('entry.program_id', '=', 'claim.program_id')
        .onRef('entry.uid', '=', 'claim.entry_uid'),
    )
    .select(({ fn }) => [
      'entry.amount_units',
      fn.sum<bigint>('entry.amount_micros').as('amount_micros'),
    ])
    .where('payout.program_id', '=', programId)
    .where('payout.status', 'in', ['requested', 'approved'])
    .groupBy('entry.amount_units')
    .orderBy('entry.amount_units')
    .execute()
}
