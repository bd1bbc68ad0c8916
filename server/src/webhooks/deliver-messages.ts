import type { Kysely } from 'kysely'
import { settleDelivery } from '../domain/webhooks/settle-delivery.js'
import { webhookBody, webhookHeaders } from '../domain/webhooks/webhook-message.js'
import type { Database, WebhookDeliveryRow, WebhookRow } from '../store/database.js'
import { claim } from '../store/statements/claim.js'
import { listDueDeliveries, updateDelivery } from '../store/webhook-deliveries.js'
import { findWebhookByUid } from '../store/webhooks.js'
import { postMessage } from './post-message.js'

/** How often to look for something to send: what a receiver waits at most, at no noticeable cost. */
const POLL_MS = 200

/** Messages under way at once, and how many of them to one webhook: a slow one leaves room for others. */
const MOST_AT_ONCE = 50
const MOST_PER_WEBHOOK = 5

/** Much longer than an attempt takes; after that another process may take over. */
const CLAIM_MS = 60_000

export interface DeliveryOptions {
  /** Whether to send to this machine and its network too. */
  allowPrivate: boolean
  /** Told of every attempt: whether the receiver took the message, after how many milliseconds. */
  onAttempt(isTaken: boolean, ms: number): void
  onSwitchedOff(webhook: WebhookRow): void
  onError(error: unknown): void
}

/**
 * Sends the messages in the outbox, each at least once: until the receiver takes it or a day has
 * passed. Any number of processes may do so on one database.
 *
 * @returns Stops; resolves when nothing is under way any more.
 */
export function deliverMessages(db: Kysely<Database>, options: DeliveryOptions) {
  const underWay = new Map<Promise<void>, string>()
  let isStopped = false
  let round: Promise<void> | undefined

  const look = () => {
    if (isStopped || round) return
    round = startDue()
      .catch(options.onError)
      .finally(() => {
        round = undefined
      })
  }

  async function startDue(): Promise<void> {
    while (!isStopped && underWay.size < MOST_AT_ONCE) {
      const now = Date.now()
      const free = MOST_AT_ONCE - underWay.size
      const due = await listDueDeliveries(db, now, free, busyWebhooks())
      if (due.length === 0) return
      for (const delivery of due) {
        if (isStopped) return
        if (isBusy(delivery.webhook_uid)) continue
        if (await claim(db, 'webhook_delivery', delivery, now + CLAIM_MS)) start(delivery)
      }
    }
  }

  const isBusy = (uid: string) =>
    [...underWay.values()].filter((other) => other === uid).length >= MOST_PER_WEBHOOK

  const busyWebhooks = () => [...new Set(underWay.values())].filter(isBusy)

  function start(delivery: WebhookDeliveryRow): void {
    const attempt: Promise<void> = deliver(delivery)
      .catch(options.onError)
      .finally(() => {
        underWay.delete(attempt)
        look()
      })
    underWay.set(attempt, delivery.webhook_uid)
  }

  async function deliver(delivery: WebhookDeliveryRow): Promise<void> {
    const webhook = await findWebhookByUid(db, delivery.program_id, delivery.webhook_uid)
    if (!webhook?.is_active) {
      return updateDelivery(db, delivery, { status: 'failed', next_attempt_at: null })
    }
    const at = Date.now()
    const body = webhookBody(webhook, delivery)
    const headers = webhookHeaders(delivery.uid, body, webhook.signature, at)
    const message = { url: webhook.url, headers, body }
    const { statusCode, error } = await postMessage(message, options.allowPrivate)
    const now = Date.now()
    options.onAttempt(error === null, now - at)
    const attempt = { at, duration_ms: now - at, status_code: statusCode, error }
    if (await settleDelivery(db, delivery, attempt, now, Math.random())) {
      options.onSwitchedOff(webhook)
    }
  }

  const timer = setInterval(look, POLL_MS)
  look()

  return async () => {
    isStopped = true
    clearInterval(timer)
    await round
    await Promise.all(underWay.keys())
  }
}
