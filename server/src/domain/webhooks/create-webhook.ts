import type { Kysely } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { PollenError } from '../../errors/pollen-error.js'
import type { Database, ProgramRow, WebhookRow } from '../../store/database.js'
import { insertWebhook } from '../../store/webhooks.js'
import { randomText } from '../random-text.js'
import { checkWebhook } from './check-webhook.js'

const KEY_LENGTH = 12

/** As base64, which is how Standard Webhooks reads it, these are 24 bytes, the least that it takes. */
const SIGNATURE_LENGTH = 32

export interface NewWebhook {
  key?: string | undefined
  name: string
  url: string
  events: string[]
  is_active?: boolean | undefined
}

/**
 * Creates a webhook and its secret.
 *
 * @param allowPrivate Whether it may lead to this machine and its network.
 * @param now Milliseconds since the epoch.
 * @throws PollenError `invalid` or `taken`
 */
export async function createWebhook(
  db: Kysely<Database>,
  { program_id, type }: ProgramRow,
  input: NewWebhook,
  allowPrivate: boolean,
  now: number,
): Promise<WebhookRow> {
  checkWebhook(input, type, allowPrivate)
  const webhook: WebhookRow = {
    program_id,
    uid: uuidv7(),
    key: input.key ?? randomText(KEY_LENGTH),
    name: input.name,
    url: input.url,
    signature: randomText(SIGNATURE_LENGTH),
    events: JSON.stringify([...new Set(input.events)]),
    is_active: input.is_active === false ? 0 : 1,
    notice: null,
    reached_at: null,
    created_at: now,
    updated_at: now,
  }
  if (await insertWebhook(db, webhook)) return webhook
  throw new PollenError('taken', {
    key: [`The key "${webhook.key}" belongs to another webhook already.`],
  })
}
