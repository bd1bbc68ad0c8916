import type { Kysely } from 'kysely'
import type { Database } from '../../store/database.js'
import { type ActiveWebhook, listActiveWebhooks } from '../../store/webhooks.js'
import type { WebhookEvent } from './webhook-events.js'

/** A sale has several events to tell of; within its transaction a program's webhooks are read once. */
const known = new WeakMap<Kysely<Database>, Map<string, Promise<ActiveWebhook[]>>>()

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
  // Beyond a transaction others may change them.
  if (!trx.isTransaction) return listActiveWebhooks(trx, programId)
  const byProgram = known.get(trx) ?? new Map<string, Promise<ActiveWebhook[]>>()
  known.set(trx, byProgram)
  const webhooks = byProgram.get(programId) ?? listActiveWebhooks(trx, programId)
  byProgram.set(programId, webhooks)
  return webhooks
}
