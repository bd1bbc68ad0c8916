import type { Kysely } from 'kysely'
import { PollenError } from '../../errors/pollen-error.js'
import type { Database, ProgramRow, WebhookRow } from '../../store/database.js'
import { updateWebhook } from '../../store/webhooks.js'
import { checkWebhook } from './check-webhook.js'
import type { NewWebhook } from './create-webhook.js'

/**
 * Changes what is given of a webhook. Switched on again, it carries no notice any more.
 *
 * @param allowPrivate Whether it may lead to this machine and its network.
 * @param now Milliseconds since the epoch.
 * @throws PollenError `invalid` or `webhook_not_found`
 */
export async function changeWebhook(
  db: Kysely<Database>,
  program: ProgramRow,
  webhook: WebhookRow,
  { name, url, events, is_active }: Partial<NewWebhook>,
  allowPrivate: boolean,
  now: number,
): Promise<WebhookRow> {
  checkWebhook({ url, events }, program.type, allowPrivate)
  const changed = await updateWebhook(db, webhook, {
    ...(name !== undefined && { name }),
    ...(url !== undefined && { url }),
    ...(events && { events: JSON.stringify([...new Set(events)]) }),
    ...(is_active !== undefined && { is_active: is_active ? 1 : 0 }),
    ...(is_active && { notice: null }),
    updated_at: now,
  })
  if (!changed) throw new PollenError('webhook_not_found')
  return changed
}
