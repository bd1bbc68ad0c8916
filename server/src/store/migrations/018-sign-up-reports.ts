import type { Kysely } from 'kysely'

/** Which report of a browser made a customer or subscriber, for when it is sent again. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const table of ['customer', 'subscriber']) {
    await db.schema.alterTable(table).addColumn('report_id', 'text').execute()
  }
}
