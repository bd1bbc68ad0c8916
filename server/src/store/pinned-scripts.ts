import type { Kysely } from 'kysely'
import type { Database, PinnedScriptRow } from './database.js'

/** Changes nothing where it is kept already. */
export async function keepPinnedScript(
  db: Kysely<Database>,
  script: PinnedScriptRow,
): Promise<void> {
  await db
    .insertInto('pinned_script')
    .values(script)
    .onConflict((conflict) => conflict.columns(['program_id', 'hash']).doNothing())
    .execute()
}

export function findPinnedScript(
  db: Kysely<Database>,
  programId: string,
  hash: string,
): Promise<PinnedScriptRow | undefined> {
  return db
    .selectFrom('pinned_script')
    .selectAll()
    .where('program_id', '=', programId)
    .where('hash', '=', hash)
    .executeTakeFirst()
}
