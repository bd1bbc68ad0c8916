import type { Kysely } from 'kysely'
import type { Database, WebhookDeliveryRow, WebhookRow } from '../../store/database.js'
import { inTransaction } from '../../store/in-transaction.js'
import { updateDelivery } from '../../store/webhook-deliveries.js'
import { findWebhookByUid, updateWebhook } from '../../store/webhooks.js'
import { retryTime } from '../time/retry-time.js'
import type { WebhookAttempt } from './webhook-attempt.js'

/** What becomes of a webhook that took nothing for a day. */
const UNREACHABLE =
  'Switched off, because for 24 hours no message arrived. Once its URL answers, set is_active to ' +
  'true and send the failed messages again.'

/**
 * Writes down an attempt, and what follows from it: done, or another attempt later, or given up. With
 * a message that is given up its webhook is switched off, unless other messages arrived meanwhile.
 *
 * @param now Milliseconds since the epoch, after the attempt.
 * @param random From 0 to 1, spreads retries.
 * @returns Whether the webhook was switched off.
 */
export async function settleDelivery(
  db: Kysely<Database>,
  delivery: WebhookDeliveryRow,
  attempt: WebhookAttempt,
  now: number,
  random: number,
): Promise<boolean> {
  const attempts = JSON.stringify([...JSON.parse(delivery.attempts), attempt])
  const webhook = { program_id: delivery.program_id, uid: delivery.webhook_uid }
  return inTransaction(db, async (trx) => {
    if (attempt.error === null) {
      await updateDelivery(trx, delivery, { attempts, status: 'delivered', next_attempt_at: null })
      await updateWebhook(trx, webhook, { reached_at: now })
      return false
    }
    const failed = delivery.failed_in_row + 1
    const firstAt = delivery.first_attempt_at ?? attempt.at
    const next = retryTime(failed, firstAt, now, random)
    await updateDelivery(trx, delivery, {
      attempts,
      failed_in_row: failed,
      first_attempt_at: firstAt,
      status: next === undefined ? 'failed' : 'pending',
      next_attempt_at: next ?? null,
    })
    return next === undefined && switchOff(trx, webhook, firstAt, now)
  })
}

async function switchOff(
  trx: Kysely<Database>,
  { program_id, uid }: Pick<WebhookRow, 'program_id' | 'uid'>,
  failingSince: number,
  now: number,
): Promise<boolean> {
  const webhook = await findWebhookByUid(trx, program_id, uid)
  if (!webhook?.is_active || (webhook.reached_at ?? 0) >= failingSince) return false
  await updateWebhook(trx, webhook, { is_active: 0, notice: UNREACHABLE, updated_at: now })
  return true
}
