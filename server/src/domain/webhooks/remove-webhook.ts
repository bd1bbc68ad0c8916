import type { Kysely } from 'kysely'
import type { Database, WebhookRow } from '../../store/database.js'
import { inTransaction } from '../../store/in-transaction.js'
import { deleteDeliveries } from '../../store/webhook-deliveries.js'
import { deleteWebhook } from '../../store/webhooks.js'

/** Deletes a webhook and its messages, also those that wait to be sent. */
export async function removeWebhook(db: Kysely<Database>, webhook: WebhookRow): Promise<void> {
  await inTransaction(db, async (trx) => {
    await deleteWebhook(trx, webhook)
    await deleteDeliveries(trx, webhook.program_id, webhook.uid)
  })
}
