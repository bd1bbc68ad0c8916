import { type Kysely, sql } from 'kysely'
import type { Database } from '../database.js'

/**
 * The next whole number for a record that clients know by one, from 1, per program and kind. Whoever
 * asks for the same kind at the same time waits until this transaction ends.
 *
 * @param name The kind: `payout_request`.
 */
export async function nextNumber(
  trx: Kysely<Database>,
  programId: string,
  name: string,
): Promise<number> {
  const { last } = await trx
    .insertInto('numbering')
    .values({ program_id: programId, name, last: 1 })
    .onConflict((conflict) =>
      conflict.columns(['program_id', 'name']).doUpdateSet({ last: sql`numbering.last + 1` }),
    )
    .returning('last')
    .executeTakeFirstOrThrow()
  return last
}
