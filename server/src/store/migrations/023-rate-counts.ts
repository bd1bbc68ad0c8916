import type { Kysely } from 'kysely'

/** What several nodes have counted together of who is near a rate limit. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('rate_count')
    .addColumn('sender_hash', 'text', (column) => column.primaryKey())
    .addColumn('used', 'integer', (column) => column.notNull())
    .addColumn('ends_at', 'bigint', (column) => column.notNull())
    .execute()
}
