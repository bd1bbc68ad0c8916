import { isoTime } from '../domain/time/iso-time.js'
import type { WebhookAttempt } from '../domain/webhooks/webhook-attempt.js'
import type { WebhookDeliveryRow, WebhookRow } from '../store/database.js'

/** A webhook, with the secret that its messages are signed with. */
export const webhookRecord = (webhook: WebhookRow) => ({
  key: webhook.key,
  name: webhook.name,
  url: webhook.url,
  is_active: webhook.is_active === 1,
  signature: webhook.signature,
  events: JSON.parse(webhook.events) as string[],
  notice: webhook.notice,
  created_at: isoTime(webhook.created_at),
  updated_at: isoTime(webhook.updated_at),
})

/** A message to a webhook, and every attempt to deliver it. */
export const deliveryRecord = (delivery: WebhookDeliveryRow) => ({
  id: delivery.uid,
  event: delivery.event,
  status: delivery.status,
  created_at: isoTime(delivery.created_at),
  next_attempt_at: delivery.next_attempt_at === null ? null : isoTime(delivery.next_attempt_at),
  attempts: (JSON.parse(delivery.attempts) as WebhookAttempt[]).map((attempt) => ({
    ...attempt,
    at: isoTime(attempt.at),
  })),
  data: JSON.parse(delivery.data) as Record<string, unknown>,
})
