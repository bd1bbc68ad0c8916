import type { Kysely } from 'kysely'
import type { Database } from './database.js'

/** Counting stops here: beyond it, how many exactly changes nothing for whoever is told. */
const COUNTED = 10_000

/** How many messages of all programs are still to be sent, and since when the first has been due. */
export function outboxState(
  db: Kysely<Database>,
): Promise<{ waiting: number; dueSince: number | null }> {
  return db
    .selectFrom((query) =>
      query
        .selectFrom('webhook_delivery')
        .select('next_attempt_at')
        .where('next_attempt_at', 'is not', null)
        .orderBy('next_attempt_at')
        .limit(COUNTED)
        .as('first'),
    )
    .select(({ fn }) => [
      fn.countAll<number>().as('waiting'),
      fn.min<number | null>('next_attempt_at').as('dueSince'),
    ])
    .executeTakeFirstOrThrow()
}
