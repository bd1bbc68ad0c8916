import { type Kysely, sql } from 'kysely'
import { foldEmail } from '../domain/people/fold-email.js'
import { mentionsEmail } from '../domain/people/mentions-email.js'
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

/** How many rows a statement names. */
const AT_ONCE = 1000

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

export async function listRowsOfAddress(
  db: Kysely<Database>,
  programId: string,
  table: (typeof ADDRESSES)[number],
  email: string,
) {
  const rows = await db
    .selectFrom(table as 'lead')
    .selectAll()
    .where('program_id', '=', programId)
    .where(sql<boolean>`lower(email) like ${alike(foldEmail(email))} escape '\\'`)
    .execute()
  return rows.filter((row) => foldEmail(row.email) === foldEmail(email))
}

/**
 * Messages of webhooks in which somebody's e-mail address stands, or their id as a customer.
 *
 * @param customerId Of the customer with this address, if there is one.
 */
export async function listMessagesAbout(
  db: Kysely<Database>,
  programId: string,
  email: string,
  customerId: string | undefined,
) {
  // As they stand in JSON, in quotes: another's longer address does not match.
  const address = JSON.stringify(foldEmail(email))
  const customer = customerId && `"customer":${JSON.stringify(customerId)}`
  const messages = await db
    .selectFrom('webhook_delivery')
    .select(['uid', 'event', 'data', 'status', 'created_at', 'next_attempt_at'])
    .where('program_id', '=', programId)
    .where(({ or }) => {
      const naming = sql<boolean>`lower(data) like ${`%${alike(address)}%`} escape '\\'`
      if (!customer) return naming
      return or([naming, sql<boolean>`data like ${`%${alike(customer)}%`} escape '\\'`])
    })
    .execute()
  return messages.filter(
    ({ data }) => foldEmail(data).includes(address) || (customer && data.includes(customer)),
  )
}

/** Those that are done with: what has still to arrive is not lost. */
export async function deleteMessagesAbout(
  db: Kysely<Database>,
  programId: string,
  email: string,
  customerId: string | undefined,
): Promise<void> {
  const messages = await listMessagesAbout(db, programId, email, customerId)
  const done = messages.filter(({ next_attempt_at }) => next_attempt_at === null)
  for (const uids of chunks(done.map(({ uid }) => uid))) {
    await db
      .deleteFrom('webhook_delivery')
      .where('program_id', '=', programId)
      .where('uid', 'in', uids)
      .where('next_attempt_at', 'is', null)
      .execute()
  }
}

/** Deletes the leads, payers and waiting mail of an address, and the payers and addresses of a customer. */
export async function deleteTracesOf(
  db: Kysely<Database>,
  programId: string,
  email: string,
  customerUid: string | undefined,
): Promise<void> {
  for (const table of ADDRESSES) {
    const rows = await listRowsOfAddress(db, programId, table, email)
    const spellings = [...new Set(rows.map((row) => row.email))]
    if (spellings.length === 0) continue
    await db
      .deleteFrom(table as 'lead')
      .where('program_id', '=', programId)
      .where('email', 'in', spellings)
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

/**
 * Takes somebody's e-mail address out of what the merchant wrote into their sales. The amounts stay.
 *
 * @param customerUid Who bought.
 */
export async function anonymiseSalesNaming(
  db: Kysely<Database>,
  programId: string,
  customerUid: string,
  email: string,
): Promise<void> {
  const sales = await db
    .selectFrom('transaction')
    .select(['uid', 'key', 'product', 'action', 'discount_code'])
    .where('program_id', '=', programId)
    .where('customer_uid', '=', customerUid)
    .execute()
  for (const { uid, key, product, action, discount_code } of sales) {
    const named = (text: string | null) => text !== null && mentionsEmail(text, email)
    if (![key, product, action, discount_code].some(named)) continue
    await db
      .updateTable('transaction')
      .set({
        ...(named(key) && { key: uid }),
        ...(named(product) && { product: '{}' }),
        ...(named(action) && { action: 'sale' }),
        ...(named(discount_code) && { discount_code: null }),
      })
      .where('program_id', '=', programId)
      .where('uid', '=', uid)
      .execute()
  }
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

/**
 * A pattern of `like` that finds at least `text`, which is in lower case. SQLite's `lower` knows no
 * letters but a to z (https://www.sqlite.org/lang_corefunc.html#lower), so any letter may stand for the
 * others; who asks looks at what was found once more.
 */
const alike = (text: string) => text.replace(/[\\%_]/g, '\\$&').replace(/[^\0-\x7f]/gu, '_')

function* chunks<T>(items: T[]) {
  for (let begin = 0; begin < items.length; begin += AT_ONCE) {
    yield items.slice(begin, begin + AT_ONCE)
  }
}
