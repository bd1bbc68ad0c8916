import type { Kysely } from 'kysely'
import { DAY_MS } from '../domain/time/day-ms.js'
import { firstUuidV7 } from '../domain/time/first-uuid-v7.js'
import type { ClickRow, Database } from './database.js'
import { MOST_ROWS } from './figures/funnel.js'

/** More clicks than one visitor makes in earnest. */
const MOST_CLICKS = 100

/**
 * The clicks of one visitor up to a moment, the oldest first. They are looked for among the newest
 * 20,000 of the program before that moment, for clicks are not kept in the order of visitors.
 *
 * @param until Milliseconds since the epoch, by our clock.
 */
export async function listSessionClicks(
  db: Kysely<Database>,
  programId: string,
  session: string,
  until: number,
): Promise<ClickRow[]> {
  const recent = db
    .selectFrom('click')
    .selectAll()
    .where('program_id', '=', programId)
    // A browser's clock, which ids are made by, may be ahead of ours.
    .where('id', '<', firstUuidV7(until + DAY_MS))
    .orderBy('id', 'desc')
    .limit(MOST_ROWS)
  const clicks = await db
    .selectFrom(recent.as('kept'))
    .selectAll()
    .where('session', '=', session)
    .where('received_at', '<=', until)
    .orderBy('received_at', 'desc')
    .orderBy('id', 'desc')
    .limit(MOST_CLICKS)
    .execute()
  return clicks.reverse()
}
