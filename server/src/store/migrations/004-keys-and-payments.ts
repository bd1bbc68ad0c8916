import { type Kysely, sql } from 'kysely'

/** Several API keys per program, and the payment providers that report to it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const add = (name: string, type: 'text' | 'bigint', first?: string) =>
    db.schema
      .alterTable('api_key')
      .addColumn(name, type, (column) =>
        first === undefined ? column : column.notNull().defaultTo(first),
      )
      .execute()
  await add('id', 'text', '')
  await add('name', 'text', 'First key')
  await add('scopes', 'text', '["read","write","events"]')
  await add('expires_at', 'bigint')
  await add('last_used_at', 'bigint')
  // A key from before had no name of its own, and its hash is as unique as any.
  await sql`update api_key set id = hash`.execute(db)
  await db.schema
    .createIndex('api_key_id')
    .unique()
    .on('api_key')
    .columns(['program_id', 'id'])
    .execute()

  await db.schema
    .createTable('payment_provider')
    .addColumn('program_id', 'text', (column) => column.notNull())
    .addColumn('provider', 'text', (column) => column.notNull())
    .addColumn('secret', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('updated_at', 'bigint', (column) => column.notNull())
    .addColumn('last_event_at', 'bigint')
    .addPrimaryKeyConstraint('payment_provider_pk', ['program_id', 'provider'])
    .execute()

  await db.schema
    .createTable('payment_event')
    .addColumn('program_id', 'text', (column) => column.notNull())
    .addColumn('provider', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('type', 'text', (column) => column.notNull())
    .addColumn('outcome', 'text', (column) => column.notNull())
    .addColumn('received_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('payment_event_pk', ['program_id', 'provider', 'id'])
    .execute()

  await db.schema
    .createTable('payment_reference')
    .addColumn('program_id', 'text', (column) => column.notNull())
    .addColumn('provider', 'text', (column) => column.notNull())
    .addColumn('reference', 'text', (column) => column.notNull())
    .addColumn('payment', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('payment_reference_pk', ['program_id', 'provider', 'reference'])
    .execute()

  await db.schema
    .createTable('payment')
    .addColumn('program_id', 'text', (column) => column.notNull())
    .addColumn('provider', 'text', (column) => column.notNull())
    .addColumn('payment', 'text', (column) => column.notNull())
    .addColumn('total_micros', 'bigint')
    .addColumn('refunded_micros', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('payment_pk', ['program_id', 'provider', 'payment'])
    .execute()

  await db.schema
    .createTable('payer')
    .addColumn('program_id', 'text', (column) => column.notNull())
    .addColumn('provider', 'text', (column) => column.notNull())
    .addColumn('reference', 'text', (column) => column.notNull())
    .addColumn('customer_uid', 'text')
    .addColumn('email', 'text')
    .addColumn('name', 'text')
    .addPrimaryKeyConstraint('payer_pk', ['program_id', 'provider', 'reference'])
    .execute()
}
