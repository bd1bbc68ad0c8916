import type { Kysely } from 'kysely'
import type { Database } from './database.js'
import { claim } from './statements/claim.js'

/** As many as are looked for in one go. */
const RECALLED_AT_ONCE = 500

/**
 * Makes due now what waits in an outbox for longer than any wait lasts: it was put off before the clock
 * was set back. Any number of processes may do so at the same time.
 *
 * @param now Milliseconds since the epoch.
 * @param latest The longest that something is ever put off, in milliseconds.
 */
export async function recallOutbox(
  db: Kysely<Database>,
  outbox: 'mail' | 'webhook_delivery',
  now: number,
  latest: number,
): Promise<void> {
  const stranded = await db
    // The two have these columns in common; Kysely cannot build one query over a choice of tables.
    .selectFrom(outbox as 'webhook_delivery')
    .select(['program_id', 'uid', 'next_attempt_at'])
    .where('next_attempt_at', '>', now + latest)
    .limit(RECALLED_AT_ONCE)
    .execute()
  for (const item of stranded) await claim(db, outbox, item, now)
  if (stranded.length === RECALLED_AT_ONCE) await recallOutbox(db, outbox, now, latest)
}
