import type { Kysely, Updateable } from 'kysely'
import { foldEmail } from '../domain/people/fold-email.js'
import type { Database } from './database.js'
import type { Identifier } from './statements/find-record.js'
import { type SearchTerms, searched } from './statements/matching.js'
import { onPage, type Page } from './statements/page.js'
import type { SubscriberRow } from './tables/side-tables.js'

type Identity = Pick<SubscriberRow, 'program_id' | 'uid'>

/** @returns Whether its id and e-mail address were free; `false` changes nothing. */
export async function insertSubscriber(
  db: Kysely<Database>,
  subscriber: SubscriberRow,
): Promise<boolean> {
  const inserted = await db
    .insertInto('subscriber')
    .values(subscriber)
    .onConflict((conflict) => conflict.doNothing())
    .returning('uid')
    .executeTakeFirst()
  return inserted !== undefined
}

/** By id, else by the key of the share link, else by e-mail address. */
export async function findSubscriber(
  db: Kysely<Database>,
  programId: string,
  { id, key, email }: Identifier,
): Promise<SubscriberRow | undefined> {
  const subscribers = db.selectFrom('subscriber').selectAll().where('program_id', '=', programId)
  const ownerOfKey = db
    .selectFrom('referral_link')
    .select('owner_uid')
    .where('program_id', '=', programId)
    .where('key', '=', key ?? '')
  return (
    (id && (await subscribers.where('id', '=', id).executeTakeFirst())) ||
    (key && (await subscribers.where('uid', '=', ownerOfKey).executeTakeFirst())) ||
    (email &&
      (await subscribers.where('email_folded', '=', foldEmail(email)).executeTakeFirst())) ||
    undefined
  )
}

/** By `uid`; the ones that are not there are left out. */
export async function findSubscribersByUid(
  db: Kysely<Database>,
  programId: string,
  uids: string[],
): Promise<Map<string, SubscriberRow>> {
  if (uids.length === 0) return new Map()
  const rows = await db
    .selectFrom('subscriber')
    .selectAll()
    .where('program_id', '=', programId)
    .where('uid', 'in', uids)
    .execute()
  return new Map(rows.map((row) => [row.uid, row]))
}

export interface SubscriberFilters {
  /** Only who came by somebody, or only who came by nobody. */
  isReferred?: boolean | undefined
  terms?: SearchTerms | undefined
}

/**
 * One page and a row, the newest first unless it says otherwise. A search that names somebody in full
 * finds nobody else.
 */
export async function listSubscribers(
  db: Kysely<Database>,
  programId: string,
  page: Page,
  { isReferred, terms = {} }: SubscriberFilters = {},
): Promise<SubscriberRow[]> {
  return db
    .selectFrom('subscriber')
    .selectAll()
    .where('program_id', '=', programId)
    .where(await searched(db, 'subscriber', programId, terms))
    .$if(isReferred !== undefined, (query) =>
      query.where('referrer_uid', isReferred ? 'is not' : 'is', null),
    )
    .$call(onPage(page, 'created_at', 'uid'))
    .execute()
}

/** @returns `undefined` when there is none any more. */
export function updateSubscriber(
  db: Kysely<Database>,
  { program_id, uid }: Identity,
  changes: Updateable<Database['subscriber']>,
): Promise<SubscriberRow | undefined> {
  return db
    .updateTable('subscriber')
    .set(changes)
    .where('program_id', '=', program_id)
    .where('uid', '=', uid)
    .returningAll()
    .executeTakeFirst()
}

/** With the share link, whose key is free again. */
export async function deleteSubscriber(
  trx: Kysely<Database>,
  { program_id, uid }: Identity,
): Promise<void> {
  await trx
    .deleteFrom('subscriber')
    .where('program_id', '=', program_id)
    .where('uid', '=', uid)
    .execute()
  await trx
    .deleteFrom('referral_link')
    .where('program_id', '=', program_id)
    .where('owner_uid', '=', uid)
    .execute()
}

/** How many each of them referred, of those that count: active and approved. */
export async function countReferredBy(
  db: Kysely<Database>,
  programId: string,
  uids: string[],
): Promise<Map<string, number>> {
  if (uids.length === 0) return new Map()
  const counts = await db
    .selectFrom('subscriber')
    .select(({ fn }) => ['referrer_uid', fn.countAll<number>().as('count')])
    .where('program_id', '=', programId)
    .where('referrer_uid', 'in', uids)
    .where('status', '=', 'active')
    .where('is_approved', '=', 1)
    .groupBy('referrer_uid')
    .execute()
  return new Map(counts.map(({ referrer_uid, count }) => [referrer_uid ?? '', count]))
}
