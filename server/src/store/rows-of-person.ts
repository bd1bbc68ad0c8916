import { type Kysely, sql } from 'kysely'
import { foldEmail } from '../domain/fold-email.js'
import type { Database } from './database.js'

type Row = Record<string, unknown>

/** Tables in which a person may be, with the column that tells who it is; first the person themselves. */
export const PEOPLE = {
  customer: {
    transaction: 'customer_uid',
    reward: 'beneficiary_uid',
    balance_entry: 'beneficiary_uid',
    referral_link: 'owner_uid',
    promotion_code: 'customer_uid',
    payer: 'customer_uid',
    lead: 'customer_uid',
    sign_up_address: 'customer_uid',
  },
  partner: {
    reward: 'beneficiary_uid',
    balance_entry: 'beneficiary_uid',
    referral_link: 'owner_uid',
    promotion_code: 'partner_uid',
    commission_rule: 'partner_uid',
    payout_request: 'partner_uid',
  },
  subscriber: {
    referral_link: 'owner_uid',
    promotion_code: 'subscriber_uid',
    subscriber_reward: 'subscriber_uid',
  },
} as const

export type Role = keyof typeof PEOPLE

/** Tables that know people by nothing but their e-mail address, as it was given. */
export const ADDRESSES = ['lead', 'payer', 'mail'] as const

/** Who has this e-mail address in a role; one at most. */
export function findPerson(
  db: Kysely<Database>,
  programId: string,
  role: Role,
  email: string,
): Promise<(Row & { uid: string; id: string }) | undefined> {
  return (
    db
      // The three have these columns in common; Kysely cannot build one query over a choice of tables.
      .selectFrom(role as 'customer')
      .selectAll()
      .where('program_id', '=', programId)
      .where('email_folded', '=', foldEmail(email))
      .executeTakeFirst()
  )
}

/** The rows of a table that are about somebody. */
export function listRowsOf(
  db: Kysely<Database>,
  programId: string,
  table: string,
  column: string,
  uid: string,
): Promise<Row[]> {
  return db
    .selectFrom(table as 'transaction')
    .selectAll()
    .where('program_id', '=', programId)
    .where(sql.ref<string>(column), '=', uid)
    .execute()
}

export function listRowsOfAddress(
  db: Kysely<Database>,
  programId: string,
  table: (typeof ADDRESSES)[number],
  email: string,
): Promise<Row[]> {
  return db
    .selectFrom(table as 'lead')
    .selectAll()
    .where('program_id', '=', programId)
    .where(sql`lower(email)`, '=', foldEmail(email))
    .execute()
}

/**
 * Messages of webhooks in which somebody's e-mail address stands, or their id as a customer.
 *
 * @param customerId Of the customer with this address, if there is one.
 */
export function listMessagesAbout(
  db: Kysely<Database>,
  programId: string,
  email: string,
  customerId: string | undefined,
): Promise<Row[]> {
  return db
    .selectFrom('webhook_delivery')
    .select(['uid', 'event', 'data', 'status', 'created_at'])
    .where('program_id', '=', programId)
    .where(mentions(email, customerId))
    .execute()
}

/** Those that are done with: what has still to arrive is not lost. */
export async function deleteMessagesAbout(
  db: Kysely<Database>,
  programId: string,
  email: string,
  customerId: string | undefined,
): Promise<void> {
  await db
    .deleteFrom('webhook_delivery')
    .where('program_id', '=', programId)
    .where('next_attempt_at', 'is', null)
    .where(mentions(email, customerId))
    .execute()
}

/** Deletes the leads, payers and waiting mail of an address, and the payers and addresses of a customer. */
export async function deleteTracesOf(
  db: Kysely<Database>,
  programId: string,
  email: string,
  customerUid: string | undefined,
): Promise<void> {
  for (const table of ADDRESSES) {
    await db
      .deleteFrom(table as 'lead')
      .where('program_id', '=', programId)
      .where(sql`lower(email)`, '=', foldEmail(email))
      .execute()
  }
  if (customerUid === undefined) return
  for (const table of ['payer', 'lead', 'sign_up_address'] as const) {
    await db
      .deleteFrom(table as 'payer')
      .where('program_id', '=', programId)
      .where('customer_uid', '=', customerUid)
      .execute()
  }
}

/** Takes the key, which may be a name, out of the clicks on somebody's links; they still count. */
export async function anonymiseClicksOn(
  db: Kysely<Database>,
  programId: string,
  referrerUid: string,
): Promise<void> {
  await db
    .updateTable('click')
    .set({ key: referrerUid, url: '' })
    .where('program_id', '=', programId)
    .where('referrer_uid', '=', referrerUid)
    .execute()
}

/** Clicks in whose addresses somebody's e-mail address stands: newsletters put it into their links. */
export function listClicksNaming(
  db: Kysely<Database>,
  programId: string,
  email: string,
): Promise<Row[]> {
  return db
    .selectFrom('click')
    .select(['id', 'key', 'url', 'referrer', 'received_at'])
    .where('program_id', '=', programId)
    .where(names(email))
    .execute()
}

/** Takes the addresses out of such clicks; they still count. */
export async function anonymiseClicksNaming(
  db: Kysely<Database>,
  programId: string,
  email: string,
): Promise<void> {
  await db
    .updateTable('click')
    .set({ url: '', referrer: '' })
    .where('program_id', '=', programId)
    .where(names(email))
    .execute()
}

/** Forgets where a partner's payouts went, and how the partner may sign in. */
export async function forgetPayoutsOf(
  db: Kysely<Database>,
  programId: string,
  partnerUid: string,
): Promise<void> {
  await db
    .updateTable('payout_request')
    .set({ payout_settings: '{}' })
    .where('program_id', '=', programId)
    .where('partner_uid', '=', partnerUid)
    .execute()
  await db
    .deleteFrom('sign_in_token')
    .where('program_id', '=', programId)
    .where('partner_uid', '=', partnerUid)
    .execute()
}

/** As they stand in JSON, in quotes: another's longer address does not match. */
function mentions(email: string, customerId: string | undefined) {
  const address = sql<boolean>`lower(data) like ${like(JSON.stringify(foldEmail(email)))} escape '\\'`
  if (customerId === undefined) return address
  const customer = like(`"customer":${JSON.stringify(customerId)}`)
  return sql<boolean>`(${address} or data like ${customer} escape '\\')`
}

/** As it stands in URLs, encoded wholly, but for its @, or not at all; in a longer address, too. */
function names(email: string) {
  const encoded = encodeURIComponent(email)
  const spellings = [email, encoded, encoded.replace('%40', '@')]
  const patterns = [...new Set(spellings.map((spelling) => like(foldEmail(spelling))))]
  const found = patterns.map(
    (pattern) => sql`lower(url || ' ' || referrer) like ${pattern} escape '\\'`,
  )
  return sql<boolean>`(${sql.join(found, sql` or `)})`
}

const like = (part: string) => `%${part.replace(/[\\%_]/g, '\\$&')}%`
