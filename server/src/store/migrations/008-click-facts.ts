import type { Kysely } from 'kysely'

/** What tells a person's click from a bot's, and a stranger's sign-up from the referrer's own. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('click')
    .addColumn('is_bot', 'integer', (column) => column.notNull().defaultTo(0))
    .execute()
  await db.schema.alterTable('click').addColumn('visitor_hash', 'text').execute()
  await db.schema
    .alterTable('customer')
    .addColumn('flags', 'text', (column) => column.notNull().defaultTo('[]'))
    .execute()
  await db.schema
    .alterTable('program')
    .addColumn('visitor_hashes', 'integer', (column) => column.notNull().defaultTo(1))
    .execute()

  await db.schema
    .createTable('daily_salt')
    .addColumn('program_id', 'text', (column) => column.notNull())
    .addColumn('day', 'integer', (column) => column.notNull())
    .addColumn('salt', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('daily_salt_pk', ['program_id', 'day'])
    .execute()

  await db.schema
    .createTable('sign_up_address')
    .addColumn('program_id', 'text', (column) => column.notNull())
    .addColumn('address_hash', 'text', (column) => column.notNull())
    .addColumn('customer_uid', 'text', (column) => column.notNull())
    .addColumn('referrer_uid', 'text')
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('sign_up_address_pk', ['program_id', 'address_hash', 'customer_uid'])
    .execute()
  await db.schema
    .createIndex('sign_up_address_age')
    .on('sign_up_address')
    .columns(['program_id', 'created_at'])
    .execute()
}
