import { type Kysely, sql } from 'kysely'

/**
 * Rules by which commissions are paid, states that rewards and records go through, payouts, and links
 * beyond a partner's first.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await addColumns(db)
  await replaceRewards(db)
  await replaceBalanceEntries(db)

  await db.schema
    .createTable('commission_rule')
    .addColumn('program_id', 'text', (column) => column.notNull())
    .addColumn('uid', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('beneficiary', 'text', (column) => column.notNull())
    .addColumn('commission_type', 'text', (column) => column.notNull())
    .addColumn('commission_micros', 'bigint', (column) => column.notNull())
    .addColumn('currency', 'text', (column) => column.notNull())
    .addColumn('commission_sales', 'text', (column) => column.notNull())
    .addColumn('commission_months', 'integer')
    .addColumn('hold_days', 'integer', (column) => column.notNull())
    .addColumn('partner_uid', 'text')
    .addColumn('product_id', 'text')
    .addColumn('product_type', 'text')
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('updated_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('commission_rule_pk', ['program_id', 'uid'])
    .execute()
  await db.schema
    .createIndex('commission_rule_partner')
    .on('commission_rule')
    .columns(['program_id', 'partner_uid'])
    .execute()

  await db.schema
    .createTable('numbering')
    .addColumn('program_id', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('last', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('numbering_pk', ['program_id', 'name'])
    .execute()

  await db.schema
    .createTable('link_domain')
    .addColumn('program_id', 'text', (column) => column.notNull())
    .addColumn('number', 'bigint', (column) => column.notNull())
    .addColumn('website', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('link_domain_pk', ['program_id', 'number'])
    .addUniqueConstraint('link_domain_website', ['program_id', 'website'])
    .execute()

  await db.schema
    .createTable('payout_request')
    .addColumn('program_id', 'text', (column) => column.notNull())
    .addColumn('number', 'bigint', (column) => column.notNull())
    .addColumn('partner_uid', 'text', (column) => column.notNull())
    .addColumn('amount_units', 'text', (column) => column.notNull())
    .addColumn('gateway', 'text')
    .addColumn('payout_settings', 'text', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('updated_at', 'bigint', (column) => column.notNull())
    .addColumn('paid_at', 'bigint')
    .addPrimaryKeyConstraint('payout_request_pk', ['program_id', 'number'])
    .execute()
  await db.schema
    .createIndex('payout_request_partner')
    .on('payout_request')
    .columns(['program_id', 'partner_uid', 'number'])
    .execute()

  await db.schema
    .createTable('payout_entry')
    .addColumn('program_id', 'text', (column) => column.notNull())
    .addColumn('entry_uid', 'text', (column) => column.notNull())
    .addColumn('payout_number', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('payout_entry_pk', ['program_id', 'entry_uid'])
    .execute()
  await db.schema
    .createIndex('payout_entry_payout')
    .on('payout_entry')
    .columns(['program_id', 'payout_number'])
    .execute()

  await db.schema
    .createTable('sign_in_token')
    .addColumn('program_id', 'text', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .addColumn('partner_uid', 'text', (column) => column.notNull())
    .addColumn('expires_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('sign_in_token_pk', ['program_id', 'hash'])
    .execute()
  await db.schema
    .createIndex('sign_in_token_expiry')
    .on('sign_in_token')
    .columns(['program_id', 'expires_at'])
    .execute()
}

/** One at a time, as SQLite wants it. */
async function addColumns(db: Kysely<unknown>): Promise<void> {
  const add = (
    table: string,
    name: string,
    type: 'text' | 'integer' | 'bigint',
    first?: string | number,
  ) =>
    db.schema
      .alterTable(table)
      .addColumn(name, type, (column) =>
        first === undefined ? column : column.notNull().defaultTo(first),
      )
      .execute()

  await add('program', 'strict_attribution', 'integer', 0)
  await add('program', 'transaction_based_attribution', 'integer', 0)
  await add('program', 'coupon_attribution', 'text', 'when_unattributed')
  await add('program', 'commission_sales', 'text', 'every')
  await add('program', 'commission_months', 'integer')
  await add('program', 'hold_days', 'integer', 0)
  await add('program', 'switches', 'text', '{}')
  await add('program', 'query_params', 'text', '[]')
  await add('program', 'cookie_domain', 'text')

  await add('partner', 'password_hash', 'text')
  await add('partner', 'payout', 'text')
  await add('partner', 'deleted_at', 'bigint')

  await add('customer', 'status', 'text', 'active')
  await add('customer', 'deleted_at', 'bigint')

  await add('referral_link', 'domain_number', 'bigint')
  await add('referral_link', 'is_additional', 'integer', 0)
  await add('referral_link', 'direct_tracking', 'integer', 0)
  await add('referral_link', 'direct_tracking_redirect', 'integer', 0)
  await add('referral_link', 'direct_tracking_redirect_url', 'text')

  await add('transaction', 'status', 'text')
  await add('transaction', 'gross_micros', 'bigint')
  await add('transaction', 'discount_micros', 'bigint')
  await add('transaction', 'discount_code', 'text')
  await add('transaction', 'refunded_micros', 'bigint', 0)
  await add('transaction', 'archived_at', 'bigint')
}

/** A reward need not be for a sale, has times for its states, and can be taken back in part. */
async function replaceRewards(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('reward').renameTo('reward_before').execute()
  await db.schema
    .createTable('reward')
    .addColumn('program_id', 'text', (column) => column.notNull())
    .addColumn('uid', 'text', (column) => column.notNull())
    .addColumn('transaction_uid', 'text')
    .addColumn('beneficiary_uid', 'text', (column) => column.notNull())
    .addColumn('rule_uid', 'text')
    .addColumn('amount_micros', 'bigint', (column) => column.notNull())
    .addColumn('amount_units', 'text', (column) => column.notNull())
    .addColumn('reversed_micros', 'bigint', (column) => column.notNull())
    .addColumn('note', 'text')
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('approved_at', 'bigint', (column) => column.notNull())
    .addColumn('paid_at', 'bigint')
    .addColumn('reversed_at', 'bigint')
    .addPrimaryKeyConstraint('reward_primary', ['program_id', 'uid'])
    .addUniqueConstraint('reward_once_each', ['program_id', 'transaction_uid', 'beneficiary_uid'])
    .execute()
  await db.schema
    .createIndex('reward_beneficiary')
    .on('reward')
    .columns(['program_id', 'beneficiary_uid', 'created_at'])
    .execute()
  await sql`
    insert into reward
      (program_id, uid, transaction_uid, beneficiary_uid, amount_micros, amount_units,
       reversed_micros, created_at, approved_at, reversed_at)
    select program_id, uid, transaction_uid, beneficiary_uid, amount_micros, amount_units,
           case when deleted_at is null then 0 else amount_micros end,
           created_at, created_at, deleted_at
    from reward_before`.execute(db)
  await db.schema.dropTable('reward_before').execute()
}

/** A reward can be taken back and given again any number of times, each step once. */
async function replaceBalanceEntries(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropIndex('balance_entry_beneficiary').execute()
  await db.schema.alterTable('balance_entry').renameTo('balance_entry_before').execute()
  await db.schema
    .createTable('balance_entry')
    .addColumn('program_id', 'text', (column) => column.notNull())
    .addColumn('uid', 'text', (column) => column.notNull())
    .addColumn('beneficiary_uid', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('reward_uid', 'text')
    .addColumn('step', 'integer')
    .addColumn('payout_number', 'bigint')
    .addColumn('amount_micros', 'bigint', (column) => column.notNull())
    .addColumn('amount_units', 'text', (column) => column.notNull())
    .addColumn('is_currency', 'integer', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('balance_entry_primary', ['program_id', 'uid'])
    .addUniqueConstraint('balance_entry_step', ['program_id', 'reward_uid', 'step'])
    .execute()
  await db.schema
    .createIndex('balance_entry_beneficiary')
    .on('balance_entry')
    .columns(['program_id', 'beneficiary_uid'])
    .execute()
  await sql`
    insert into balance_entry
      (program_id, uid, beneficiary_uid, kind, reward_uid, step,
       amount_micros, amount_units, is_currency, created_at)
    select program_id, uid, beneficiary_uid, kind, reward_uid,
           case kind when 'reward' then 0 when 'reversal' then 1 end,
           amount_micros, amount_units, is_currency, created_at
    from balance_entry_before`.execute(db)
  await db.schema.dropTable('balance_entry_before').execute()
}
