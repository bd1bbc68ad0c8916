import { type Kysely, sql } from 'kysely'
import { RATE_WINDOW_MS } from '../domain/time/rate-window-ms.js'
import type { Database } from './database.js'
import { jsonRows } from './statements/json-rows.js'
import { sortedBy } from './statements/sorted-by.js'

/**
 * Adds to what nodes have counted of senders within a minute. A minute that is over, or that seems to end
 * later than one can because a clock was set back, begins anew.
 *
 * @param now Milliseconds since the epoch.
 * @returns By `sender_hash`, the sum of all nodes.
 */
export async function addRateCounts(
  db: Kysely<Database>,
  counts: readonly { sender_hash: string; used: number }[],
  now: number,
): Promise<Map<string, number>> {
  const ends_at = now + RATE_WINDOW_MS
  const rows = sortedBy(counts, 'sender_hash').map((count) => ({ ...count, ends_at }))
  const isOver = sql`(rate_count.ends_at <= ${now} or rate_count.ends_at > ${ends_at})`
  // Without `where true`, SQLite would read `on conflict` as the beginning of a join's `on`.
  const summed = await sql<{ sender_hash: string; used: number }>`
    insert into rate_count (sender_hash, used, ends_at)
    select * from ${jsonRows(db, 'rate_count', rows)} as told where true
    on conflict (sender_hash) do update set
      used = excluded.used + case when ${isOver} then 0 else rate_count.used end,
      ends_at = case when ${isOver} then excluded.ends_at else rate_count.ends_at end
    returning sender_hash, used`.execute(db)
  return new Map(summed.rows.map(({ sender_hash, used }) => [sender_hash, used]))
}

/** Forgets the minutes that are over. */
export async function deleteRateCounts(db: Kysely<Database>, now: number): Promise<void> {
  await db.deleteFrom('rate_count').where('ends_at', '<=', now).execute()
}
