import type { Kysely } from 'kysely'

/** What pages load by its hash stays to be had when the server is replaced by a newer one. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('pinned_script')
    .addColumn('program_id', 'text', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .addColumn('script', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('pinned_script_pk', ['program_id', 'hash'])
    .execute()
}
