import type { Kysely } from 'kysely'
import type { Database, WebhookDeliveryRow } from './database.js'

export async function insertWebhookDeliveries(
  db: Kysely<Database>,
  deliveries: WebhookDeliveryRow[],
): Promise<void> {
  await db.insertInto('webhook_delivery').values(deliveries).execute()
}
