import type { Kysely } from 'kysely'

/** What a payout was to pay when it was rejected: from then on its entries may be another's. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('payout_request').addColumn('rejected_micros', 'bigint').execute()
}
