import type { Kysely } from 'kysely'
import type { Database } from '../store/database.js'
import { type ActiveWebhook, listActiveWebhooks } from '../store/webhooks.js'
import type { WebhookEvent } from './webhook-events.js'

interface Listening {
  programId: string
  webhooks: Promise<ActiveWebhook[]>
}

/** A sale has several events to tell of; within its transaction the webhooks are read once. */
const known = new WeakMap<Kysely<Database>, Listening>()

/** The webhooks of a program that are to be told of `event`. */
export async function webhooksWanting(
  trx: Kysely<Database>,
  programId: string,
  event: WebhookEvent,
): Promise<ActiveWebhook[]> {
  const webhooks = await listening(trx, programId)
  return webhooks.filter(({ events }) => (JSON.parse(events) as string[]).includes(event))
}

function listening(trx: Kysely<Database>, programId: string): Promise<ActiveWebhook[]> {
  const before = known.get(trx)
  if (before?.programId === programId) return before.webhooks
  const webhooks = listActiveWebhooks(trx, programId)
  // Beyond a transaction others may change them.
  if (trx.isTransaction) known.set(trx, { programId, webhooks })
  return webhooks
}
