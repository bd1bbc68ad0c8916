import { createHmac } from 'node:crypto'
import type { WebhookDeliveryRow, WebhookRow } from '../../store/database.js'
import { isoTime } from '../time/iso-time.js'

/**
 * The body of a message: Partnero's envelope, old (`timestamp`) and new (`created_at`), and the id by
 * which a receiver knows a message that came twice.
 */
export function webhookBody(webhook: WebhookRow, delivery: WebhookDeliveryRow): string {
  const time = isoTime(delivery.created_at)
  return JSON.stringify({
    id: delivery.uid,
    event: delivery.event,
    url: webhook.url,
    webhook_key: webhook.key,
    created_at: time,
    timestamp: time,
    data: JSON.parse(delivery.data),
  })
}

/**
 * The headers that prove who sent `body`: Partnero's, new and old, an HMAC of the body alone, and
 * those of Standard Webhooks (https://www.standardwebhooks.com), which sign id and time as well, so
 * that nobody can send a message again much later.
 *
 * @param secret The webhook's `signature`. Partnero's headers take it as text, Standard Webhooks as
 *   base64.
 * @param now Milliseconds since the epoch.
 */
export function webhookHeaders(
  id: string,
  body: string,
  secret: string,
  now: number,
): Record<string, string> {
  const signature = createHmac('sha256', secret).update(body).digest('hex')
  const seconds = Math.floor(now / 1000)
  const standard = createHmac('sha256', Buffer.from(secret, 'base64'))
    .update(`${id}.${seconds}.${body}`)
    .digest('base64')
  return {
    'content-type': 'application/json',
    'user-agent': 'pollen-server',
    signature,
    'x-partnero-signature': signature,
    'webhook-id': id,
    'webhook-timestamp': String(seconds),
    'webhook-signature': `v1,${standard}`,
  }
}
