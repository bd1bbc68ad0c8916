import type { Kysely } from 'kysely'

/** What a program's widget tokens are signed with; made when the first one is wanted. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('program').addColumn('widget_secret', 'text').execute()
}
