import type { Kysely } from 'kysely'
import type { Database, ProgramRow, WebhookRow } from '../store/database.js'
import { outboxState } from '../store/outbox-state.js'
import { failingWebhooks } from '../store/webhook-deliveries.js'
import { listWebhooks } from '../store/webhooks.js'
import { type Finding, ok, warn } from './finding.js'

const FIRST_PAGE = { limit: 100, number: 1, sort: 'desc' } as const

/** Overdue by this much, nobody sends. */
const OVERDUE_MS = 10 * 60_000

/** A receiver that is replaced or restarted is back by then. */
const FAILING_MS = 60 * 60_000

/**
 * Which webhooks were switched off because nothing arrived, which take nothing, and whether messages
 * are sent at all.
 */
export async function checkWebhooks(
  db: Kysely<Database>,
  programs: ProgramRow[],
  now: number,
): Promise<Finding[]> {
  const webhooks: WebhookRow[] = []
  for (const { program_id } of programs) {
    webhooks.push(...(await listWebhooks(db, program_id, FIRST_PAGE)))
  }
  const disabled = webhooks.filter(({ notice }) => notice !== null)
  const failing = await failingWebhooks(db, now - FAILING_MS)
  const { dueSince } = await outboxState(db)
  const isLate = dueSince !== null && now - dueSince > OVERDUE_MS
  return [
    ...disabled.map(({ program_id, key, notice }) =>
      warn(
        'webhooks',
        `The webhook ${key} of ${program_id} is switched off: ${notice}`,
        `Mend its receiver, switch it on again (is_active), and see pollen-server webhook log ${program_id} ${key}`,
      ),
    ),
    ...failing.map(({ program_id, key, waiting, since }) =>
      warn(
        'webhooks',
        `The webhook ${key} of ${program_id} has taken none of ${waiting} messages for ${Math.round((now - since) / 60_000)} minutes.`,
        `Look at its receiver, and at what it answered: pollen-server webhook log ${program_id} ${key}`,
      ),
    ),
    ...(isLate
      ? [
          warn(
            'webhooks',
            `Messages have been due for ${Math.round((now - dueSince) / 60_000)} minutes.`,
            'No server runs on this database, or it cannot reach the Internet.',
          ),
        ]
      : []),
    ...(disabled.length + failing.length === 0 && !isLate
      ? [ok('webhooks', `None of ${webhooks.length} is in trouble.`)]
      : []),
  ]
}
