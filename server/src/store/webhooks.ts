import type { Kysely, Updateable } from 'kysely'
import { contains } from './contains.js'
import type { Database, WebhookRow } from './database.js'
import { onPage, type Page } from './statements/page.js'

/** @returns Whether its key was free; `false` changes nothing. */
export async function insertWebhook(db: Kysely<Database>, webhook: WebhookRow): Promise<boolean> {
  const inserted = await db
    .insertInto('webhook')
    .values(webhook)
    .onConflict((conflict) => conflict.doNothing())
    .returning('uid')
    .executeTakeFirst()
  return inserted !== undefined
}

export function findWebhook(
  db: Kysely<Database>,
  programId: string,
  key: string,
): Promise<WebhookRow | undefined> {
  return db
    .selectFrom('webhook')
    .selectAll()
    .where('program_id', '=', programId)
    .where('key', '=', key)
    .executeTakeFirst()
}

export function findWebhookByUid(
  db: Kysely<Database>,
  programId: string,
  uid: string,
): Promise<WebhookRow | undefined> {
  return db
    .selectFrom('webhook')
    .selectAll()
    .where('program_id', '=', programId)
    .where('uid', '=', uid)
    .executeTakeFirst()
}

export type ActiveWebhook = Pick<WebhookRow, 'uid' | 'events'>

/** The ones that are to be told of what happens. */
export function listActiveWebhooks(
  db: Kysely<Database>,
  programId: string,
): Promise<ActiveWebhook[]> {
  return db
    .selectFrom('webhook')
    .select(['uid', 'events'])
    .where('program_id', '=', programId)
    .where('is_active', '=', 1)
    .execute()
}

export interface WebhookFilters {
  /** Parts of them. */
  name?: string | undefined
  url?: string | undefined
  isActive?: boolean | undefined
}

/** One page and a row, the newest first unless it says otherwise. */
export function listWebhooks(
  db: Kysely<Database>,
  programId: string,
  page: Page,
  { name = '', url = '', isActive }: WebhookFilters = {},
): Promise<WebhookRow[]> {
  return db
    .selectFrom('webhook')
    .selectAll()
    .where('program_id', '=', programId)
    .$if(name !== '', (query) => query.where(contains('name', name)))
    .$if(url !== '', (query) => query.where(contains('url', url)))
    .$if(isActive !== undefined, (query) => query.where('is_active', '=', isActive ? 1 : 0))
    .$call(onPage(page, 'uid'))
    .execute()
}

/** @returns `undefined` when there is none any more. */
export function updateWebhook(
  db: Kysely<Database>,
  { program_id, uid }: Pick<WebhookRow, 'program_id' | 'uid'>,
  changes: Updateable<Database['webhook']>,
): Promise<WebhookRow | undefined> {
  return db
    .updateTable('webhook')
    .set(changes)
    .where('program_id', '=', program_id)
    .where('uid', '=', uid)
    .returningAll()
    .executeTakeFirst()
}

export async function deleteWebhook(
  db: Kysely<Database>,
  { program_id, uid }: Pick<WebhookRow, 'program_id' | 'uid'>,
): Promise<void> {
  await db
    .deleteFrom('webhook')
    .where('program_id', '=', program_id)
    .where('uid', '=', uid)
    .execute()
}
