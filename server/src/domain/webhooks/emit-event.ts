import type { Kysely } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import type { Database } from '../../store/database.js'
import { insertWebhookDeliveries } from '../../store/webhook-deliveries.js'
import type { WebhookEvent } from './webhook-events.js'
import { webhooksWanting } from './webhooks-wanting.js'

/**
 * Leaves a message for every webhook that wants to hear of `event`. The messages are rows beside the
 * change that they tell of, so that neither is there without the other; they are sent once the
 * transaction has committed.
 *
 * @param trx The database transaction that makes the change.
 * @param data What the message says of the record. Only asked when a webhook wants it.
 * @param now Milliseconds since the epoch.
 */
export const emitEvent = (
  trx: Kysely<Database>,
  program: { program_id: string },
  event: WebhookEvent,
  data: () => object | Promise<object>,
  now: number,
): Promise<void> => emitEvents(trx, program, event, async () => [await data()], now)

/** `emitEvent` of many records at once, a message of each. */
export async function emitEvents(
  trx: Kysely<Database>,
  { program_id }: { program_id: string },
  event: WebhookEvent,
  data: () => Promise<readonly object[]>,
  now: number,
): Promise<void> {
  const wanting = await webhooksWanting(trx, program_id, event)
  if (wanting.length === 0) return
  const texts = (await data()).map((record) => JSON.stringify(record))
  const messages = texts.flatMap((text) =>
    wanting.map((webhook) => ({
      program_id,
      uid: uuidv7(),
      webhook_uid: webhook.uid,
      event,
      data: text,
      status: 'pending' as const,
      attempts: '[]',
      created_at: now,
      failed_in_row: 0,
      first_attempt_at: null,
      next_attempt_at: now,
    })),
  )
  await insertWebhookDeliveries(trx, messages)
}
