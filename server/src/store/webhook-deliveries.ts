import type { Kysely, Updateable } from 'kysely'
import type { Database, WebhookDeliveryRow } from './database.js'
import { insertAll } from './statements/insert-all.js'
import { onPage, type Page } from './statements/page.js'

type Identity = Pick<WebhookDeliveryRow, 'program_id' | 'uid'>

export const insertWebhookDeliveries = (
  db: Kysely<Database>,
  deliveries: readonly WebhookDeliveryRow[],
): Promise<void> => insertAll(db, 'webhook_delivery', deliveries)

/**
 * What is to be sent by now, of every program: whoever sends cannot know which have something.
 *
 * @param exceptWebhookUids Those that are busy.
 */
export function listDueDeliveries(
  db: Kysely<Database>,
  now: number,
  limit: number,
  exceptWebhookUids: string[],
): Promise<WebhookDeliveryRow[]> {
  return db
    .selectFrom('webhook_delivery')
    .selectAll()
    .where('next_attempt_at', '<=', now)
    .$if(exceptWebhookUids.length > 0, (query) =>
      query.where('webhook_uid', 'not in', exceptWebhookUids),
    )
    .orderBy('next_attempt_at')
    .orderBy('uid')
    .limit(limit)
    .execute()
}

export async function updateDelivery(
  db: Kysely<Database>,
  { program_id, uid }: Identity,
  changes: Updateable<Database['webhook_delivery']>,
): Promise<void> {
  await db
    .updateTable('webhook_delivery')
    .set(changes)
    .where('program_id', '=', program_id)
    .where('uid', '=', uid)
    .execute()
}

/** One page and a row of a webhook's messages, the newest first unless it says otherwise. */
export function listDeliveries(
  db: Kysely<Database>,
  programId: string,
  webhookUid: string,
  page: Page,
  status?: WebhookDeliveryRow['status'],
): Promise<WebhookDeliveryRow[]> {
  return db
    .selectFrom('webhook_delivery')
    .selectAll()
    .where('program_id', '=', programId)
    .where('webhook_uid', '=', webhookUid)
    .$if(status !== undefined, (query) => query.where('status', '=', status ?? 'pending'))
    .$call(onPage(page, 'uid'))
    .execute()
}

/**
 * Makes messages due again, with a new day to arrive in.
 *
 * @param uid One message, whatever became of it; `undefined` for all that were given up.
 * @returns Those messages.
 */
export function renewDeliveries(
  db: Kysely<Database>,
  programId: string,
  webhookUid: string,
  uid: string | undefined,
  now: number,
): Promise<WebhookDeliveryRow[]> {
  return db
    .updateTable('webhook_delivery')
    .set({ status: 'pending', failed_in_row: 0, first_attempt_at: null, next_attempt_at: now })
    .where('program_id', '=', programId)
    .where('webhook_uid', '=', webhookUid)
    .$if(uid !== undefined, (query) => query.where('uid', '=', uid ?? ''))
    .$if(uid === undefined, (query) => query.where('status', '=', 'failed'))
    .returningAll()
    .execute()
}

/** Webhooks that are told of in one go; who has more in trouble has heard enough. */
const FAILING_AT_MOST = 20

/**
 * Which webhooks of all programs have messages waiting that were first tried before then, and refused or
 * not reached each time since: how many, and since when.
 */
export function failingWebhooks(
  db: Kysely<Database>,
  before: number,
): Promise<{ program_id: string; key: string; waiting: number; since: number }[]> {
  return db
    .selectFrom('webhook_delivery as message')
    .innerJoin('webhook', (join) =>
      join
        .onRef('webhook.program_id', '=', 'message.program_id')
        .onRef('webhook.uid', '=', 'message.webhook_uid'),
    )
    .select(({ fn }) => [
      'webhook.program_id',
      'webhook.key',
      fn.countAll<number>().as('waiting'),
      fn.min<number>('message.first_attempt_at').as('since'),
    ])
    .where('message.next_attempt_at', 'is not', null)
    .where('message.failed_in_row', '>', 0)
    .where('message.first_attempt_at', '<', before)
    .groupBy(['webhook.program_id', 'webhook.key'])
    .orderBy('since')
    .limit(FAILING_AT_MOST)
    .execute()
}

export async function deleteDeliveries(
  db: Kysely<Database>,
  programId: string,
  webhookUid: string,
): Promise<void> {
  await db
    .deleteFrom('webhook_delivery')
    .where('program_id', '=', programId)
    .where('webhook_uid', '=', webhookUid)
    .execute()
}

/** As many as are deleted in one go, so that no statement holds others up. */
const DELETED_AT_ONCE = 500

/** Deletes messages that are done with, if they are as old as that. */
export async function deleteOldDeliveries(
  db: Kysely<Database>,
  programId: string,
  before: number,
): Promise<void> {
  const old = await db
    .selectFrom('webhook_delivery')
    .select('uid')
    .where('program_id', '=', programId)
    .where('created_at', '<', before)
    .where('next_attempt_at', 'is', null)
    .orderBy('created_at')
    .limit(DELETED_AT_ONCE)
    .execute()
  if (old.length === 0) return
  await db
    .deleteFrom('webhook_delivery')
    .where('program_id', '=', programId)
    .where(
      'uid',
      'in',
      old.map(({ uid }) => uid),
    )
    .execute()
  if (old.length === DELETED_AT_ONCE) await deleteOldDeliveries(db, programId, before)
}
