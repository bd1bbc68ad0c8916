import type { Kysely } from 'kysely'

/** How long a program keeps what it needs for a time only. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('program').addColumn('lead_retention_days', 'integer').execute()
  await db.schema
    .alterTable('program')
    .addColumn('webhook_log_days', 'integer', (column) => column.notNull().defaultTo(30))
    .execute()
}
