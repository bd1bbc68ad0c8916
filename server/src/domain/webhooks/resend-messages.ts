import type { Kysely } from 'kysely'
import { PollenError } from '../../errors/pollen-error.js'
import type { Database, WebhookDeliveryRow, WebhookRow } from '../../store/database.js'
import { renewDeliveries } from '../../store/webhook-deliveries.js'

/**
 * Sends messages of a webhook again, under the ids that they had.
 *
 * @param uid One message, arrived or not; without it all that were given up.
 * @param now Milliseconds since the epoch.
 * @throws PollenError `webhook_inactive` or `delivery_not_found`
 */
export async function resendMessages(
  db: Kysely<Database>,
  webhook: WebhookRow,
  uid: string | undefined,
  now: number,
): Promise<WebhookDeliveryRow[]> {
  if (!webhook.is_active) throw new PollenError('webhook_inactive')
  const renewed = await renewDeliveries(db, webhook.program_id, webhook.uid, uid, now)
  if (uid !== undefined && renewed.length === 0) throw new PollenError('delivery_not_found')
  return renewed
}
