import type { Kysely } from 'kysely'

/** Whether visitors have to agree before their browser keeps anything. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('program')
    .addColumn('consent', 'text', (column) => column.notNull().defaultTo('not_required'))
    .execute()
}
