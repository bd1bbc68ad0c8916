import type { Kysely } from 'kysely'
import type { ClickRow, Database } from './database.js'

/** @returns Whether the click was new; one with the same id changes nothing. */
export async function insertClick(db: Kysely<Database>, click: ClickRow): Promise<boolean> {
  const inserted = await db
    .insertInto('click')
    .values(click)
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return inserted !== undefined
}

export function findClick(
  db: Kysely<Database>,
  programId: string,
  id: string,
): Promise<ClickRow | undefined> {
  return db
    .selectFrom('click')
    .selectAll()
    .where('program_id', '=', programId)
    .where('id', '=', id)
    .executeTakeFirst()
}
