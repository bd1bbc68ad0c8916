import type { Kysely } from 'kysely'
import { firstUuidV7 } from '../domain/time/first-uuid-v7.js'
import type { Database } from './database.js'

const HOUR_MS = 3_600_000

/** By how much a browser's clock, which ids are made by, may be ahead. */
const AHEAD_MS = 60_000

/** Clicks of an hour that are counted at most. */
const MOST_COUNTED = 10_000

/**
 * When the first and the last click of a program came that are kept, and how many within the last hour,
 * those of bots too: they show that the script works.
 *
 * @param now Milliseconds since the epoch, as are the times; `null` where there is no click.
 */
export async function clickTimes(
  db: Kysely<Database>,
  programId: string,
  now: number,
): Promise<{ first: number | null; last: number | null; lastHour: number }> {
  const clicks = db
    .selectFrom('click')
    .where('program_id', '=', programId)
    .where('id', '<', firstUuidV7(now + AHEAD_MS))
  const one = (sort: 'asc' | 'desc') =>
    clicks.select('received_at').orderBy('id', sort).limit(1).executeTakeFirst()
  const hour = clicks.select('id').where('id', '>=', firstUuidV7(now - HOUR_MS))
  const { count } = await db
    .selectFrom(hour.limit(MOST_COUNTED).as('kept'))
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  const [first, last] = [await one('asc'), await one('desc')]
  return { first: first?.received_at ?? null, last: last?.received_at ?? null, lastHour: count }
}
