import type { Kysely } from 'kysely'

/** Accounts of those who look after programs, and sessions: of the installation, not of a program. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('account')
    .addColumn('uid', 'text', (column) => column.primaryKey().notNull())
    .addColumn('email', 'text', (column) => column.notNull())
    .addColumn('email_folded', 'text', (column) => column.notNull())
    .addColumn('name', 'text')
    .addColumn('password_hash', 'text', (column) => column.notNull())
    .addColumn('every_program', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addUniqueConstraint('account_email', ['email_folded'])
    .execute()

  await db.schema
    .createTable('account_program')
    .addColumn('account_uid', 'text', (column) => column.notNull())
    .addColumn('program_id', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('account_program_pk', ['account_uid', 'program_id'])
    .execute()

  await db.schema
    .createTable('session')
    .addColumn('hash', 'text', (column) => column.primaryKey().notNull())
    .addColumn('account_uid', 'text')
    .addColumn('program_id', 'text')
    .addColumn('partner_uid', 'text')
    .addColumn('expires_at', 'bigint', (column) => column.notNull())
    .addColumn('last_seen_at', 'bigint', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .execute()
  await db.schema.createIndex('session_account').on('session').column('account_uid').execute()
  await db.schema
    .createIndex('session_partner')
    .on('session')
    .columns(['program_id', 'partner_uid'])
    .execute()
  await db.schema.createIndex('session_expiry').on('session').column('expires_at').execute()
}
