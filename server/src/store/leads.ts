import type { Kysely } from 'kysely'
import { contains } from './contains.js'
import type { Database } from './database.js'
import { onPage, type Page } from './statements/page.js'
import type { LeadFormRow, LeadRow } from './tables/side-tables.js'

export async function insertLead(db: Kysely<Database>, lead: LeadRow): Promise<void> {
  await db.insertInto('lead').values(lead).execute()
}

export function findLead(
  db: Kysely<Database>,
  programId: string,
  number: number,
): Promise<LeadRow | undefined> {
  return db
    .selectFrom('lead')
    .selectAll()
    .where('program_id', '=', programId)
    .where('number', '=', number)
    .executeTakeFirst()
}

export interface LeadFilters {
  status?: LeadRow['status'] | undefined
  /** Who recommended them. */
  partnerUid?: string | undefined
  /** Parts of them. */
  name?: string | undefined
  email?: string | undefined
}

/** One page and a row, the newest first unless it says otherwise. */
export function listLeads(
  db: Kysely<Database>,
  programId: string,
  page: Page,
  { status, partnerUid, name = '', email = '' }: LeadFilters,
): Promise<LeadRow[]> {
  return db
    .selectFrom('lead')
    .selectAll()
    .where('program_id', '=', programId)
    .$if(status !== undefined, (query) => query.where('status', '=', status as LeadRow['status']))
    .$if(partnerUid !== undefined, (query) => query.where('partner_uid', '=', partnerUid ?? ''))
    .$if(name !== '', (query) => query.where(contains('name', name)))
    .$if(email !== '', (query) => query.where(contains('email', email)))
    .$call(onPage(page, 'number'))
    .execute()
}

/** @returns `undefined` when there is none, or its fate was sealed before. */
export function sealLead(
  db: Kysely<Database>,
  programId: string,
  number: number,
  status: 'converted' | 'rejected',
  now: number,
): Promise<LeadRow | undefined> {
  return db
    .updateTable('lead')
    .set({ status, updated_at: now })
    .where('program_id', '=', programId)
    .where('number', '=', number)
    .where('status', '=', 'submitted')
    .returningAll()
    .executeTakeFirst()
}

export async function setLeadCustomer(
  db: Kysely<Database>,
  { program_id, number }: LeadRow,
  customerUid: string,
): Promise<void> {
  await db
    .updateTable('lead')
    .set({ customer_uid: customerUid })
    .where('program_id', '=', program_id)
    .where('number', '=', number)
    .execute()
}

/** @returns Whether there was one. */
export async function deleteLead(
  db: Kysely<Database>,
  programId: string,
  number: number,
): Promise<boolean> {
  const deleted = await db
    .deleteFrom('lead')
    .where('program_id', '=', programId)
    .where('number', '=', number)
    .returning('number')
    .executeTakeFirst()
  return deleted !== undefined
}

/** Deletes those whose fate was sealed before this time, in milliseconds since the epoch. */
export async function deleteSealedLeads(
  db: Kysely<Database>,
  programId: string,
  before: number,
): Promise<void> {
  await db
    .deleteFrom('lead')
    .where('program_id', '=', programId)
    .where('status', '!=', 'submitted')
    .where('updated_at', '<', before)
    .execute()
}

export function findLeadForm(
  db: Kysely<Database>,
  programId: string,
): Promise<LeadFormRow | undefined> {
  return db
    .selectFrom('lead_form')
    .selectAll()
    .where('program_id', '=', programId)
    .executeTakeFirst()
}

export async function saveLeadForm(db: Kysely<Database>, form: LeadFormRow): Promise<void> {
  const { program_id, ...changes } = form
  await db
    .insertInto('lead_form')
    .values(form)
    .onConflict((conflict) => conflict.column('program_id').doUpdateSet(changes))
    .execute()
}
