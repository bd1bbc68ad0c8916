import type { Kysely } from 'kysely'

/** Why somebody has the credit for a customer: by what, when, by which link, in which visit. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const columns = [
    ['credited_by', 'text'],
    ['credited_at', 'bigint'],
    ['referral_key', 'text'],
    ['session', 'text'],
  ] as const
  for (const [name, type] of columns) {
    await db.schema.alterTable('customer').addColumn(name, type).execute()
  }
}
