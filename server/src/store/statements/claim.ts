import type { Kysely } from 'kysely'
import type { Database } from '../database.js'

/** Tables of what is to be sent, and sent again until it has arrived. */
type Outbox = 'mail' | 'webhook_delivery'

/**
 * Takes what is due for one process: whoever else has read it too gets `false`.
 *
 * @param until When it is due again, should this process die.
 */
export async function claim(
  db: Kysely<Database>,
  outbox: Outbox,
  item: { program_id: string; uid: string; next_attempt_at: number | null },
  until: number,
): Promise<boolean> {
  const claimed = await db
    // The two have these columns in common; Kysely cannot build one query over a choice of tables.
    .updateTable(outbox as 'webhook_delivery')
    .set({ next_attempt_at: until })
    .where('program_id', '=', item.program_id)
    .where('uid', '=', item.uid)
    .where('next_attempt_at', '=', item.next_attempt_at)
    .returning('uid')
    .executeTakeFirst()
  return claimed !== undefined
}
