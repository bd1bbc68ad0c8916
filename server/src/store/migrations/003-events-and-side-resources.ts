import type { Kysely } from 'kysely'

/** Webhooks, leads, coupons, and the newsletter kind of program. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createWebhooks(db)
  await createLeads(db)
  await createCoupons(db)
  await createSubscribers(db)
}

async function createWebhooks(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('webhook')
    .addColumn('program_id', 'text', (column) => column.notNull())
    .addColumn('uid', 'text', (column) => column.notNull())
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('url', 'text', (column) => column.notNull())
    .addColumn('signature', 'text', (column) => column.notNull())
    .addColumn('events', 'text', (column) => column.notNull())
    .addColumn('is_active', 'integer', (column) => column.notNull())
    .addColumn('notice', 'text')
    .addColumn('reached_at', 'bigint')
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('updated_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('webhook_pk', ['program_id', 'uid'])
    .addUniqueConstraint('webhook_key', ['program_id', 'key'])
    .execute()

  await db.schema
    .createTable('webhook_delivery')
    .addColumn('program_id', 'text', (column) => column.notNull())
    .addColumn('uid', 'text', (column) => column.notNull())
    .addColumn('webhook_uid', 'text', (column) => column.notNull())
    .addColumn('event', 'text', (column) => column.notNull())
    .addColumn('data', 'text', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('attempts', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('failed_in_row', 'integer', (column) => column.notNull())
    .addColumn('first_attempt_at', 'bigint')
    .addColumn('next_attempt_at', 'bigint')
    .addPrimaryKeyConstraint('webhook_delivery_pk', ['program_id', 'uid'])
    .execute()
  await db.schema
    .createIndex('webhook_delivery_newest')
    .on('webhook_delivery')
    .columns(['program_id', 'webhook_uid', 'uid'])
    .execute()
  await db.schema
    .createIndex('webhook_delivery_due')
    .on('webhook_delivery')
    .columns(['next_attempt_at', 'webhook_uid'])
    .execute()
  await db.schema
    .createIndex('webhook_delivery_age')
    .on('webhook_delivery')
    .column('created_at')
    .execute()

  await db.schema
    .createTable('due_approval')
    .addColumn('program_id', 'text', (column) => column.notNull())
    .addColumn('reward_uid', 'text', (column) => column.notNull())
    .addColumn('due_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('due_approval_pk', ['program_id', 'reward_uid'])
    .execute()
  await db.schema.createIndex('due_approval_due').on('due_approval').column('due_at').execute()
}

async function createLeads(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('lead')
    .addColumn('program_id', 'text', (column) => column.notNull())
    .addColumn('number', 'bigint', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('email', 'text', (column) => column.notNull())
    .addColumn('partner_uid', 'text', (column) => column.notNull())
    .addColumn('answers', 'text', (column) => column.notNull())
    .addColumn('customer_uid', 'text')
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('updated_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('lead_pk', ['program_id', 'number'])
    .execute()

  await db.schema
    .createTable('lead_form')
    .addColumn('program_id', 'text', (column) => column.notNull())
    .addColumn('is_enabled', 'integer', (column) => column.notNull())
    .addColumn('fields', 'text', (column) => column.notNull())
    .addColumn('updated_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('lead_form_pk', ['program_id'])
    .execute()
}

async function createCoupons(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('coupon')
    .addColumn('program_id', 'text', (column) => column.notNull())
    .addColumn('uid', 'text', (column) => column.notNull())
    .addColumn('number', 'bigint', (column) => column.notNull())
    .addColumn('uuid_code', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('is_active', 'integer', (column) => column.notNull())
    .addColumn('discount_type', 'text', (column) => column.notNull())
    .addColumn('discount_micros', 'bigint', (column) => column.notNull())
    .addColumn('duration_type', 'text', (column) => column.notNull())
    .addColumn('duration_value', 'integer')
    .addColumn('redeem_until', 'bigint')
    .addColumn('redemption_limit', 'bigint')
    .addColumn('times_redeemed', 'bigint', (column) => column.notNull())
    .addColumn('metadata', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('updated_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('coupon_pk', ['program_id', 'uid'])
    .addUniqueConstraint('coupon_uuid_code', ['program_id', 'uuid_code'])
    .addUniqueConstraint('coupon_number', ['program_id', 'number'])
    .execute()

  await db.schema
    .createTable('promotion_code')
    .addColumn('program_id', 'text', (column) => column.notNull())
    .addColumn('uid', 'text', (column) => column.notNull())
    .addColumn('coupon_uid', 'text', (column) => column.notNull())
    .addColumn('code', 'text', (column) => column.notNull())
    .addColumn('code_folded', 'text', (column) => column.notNull())
    .addColumn('is_first_order_only', 'integer', (column) => column.notNull())
    .addColumn('partner_uid', 'text')
    .addColumn('customer_uid', 'text')
    .addColumn('subscriber_uid', 'text')
    .addColumn('minimum_order_micros', 'bigint')
    .addColumn('expires_at', 'bigint')
    .addColumn('redemption_limit', 'bigint')
    .addColumn('times_redeemed', 'bigint', (column) => column.notNull())
    .addColumn('metadata', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('updated_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('promotion_code_pk', ['program_id', 'uid'])
    .addUniqueConstraint('promotion_code_code', ['program_id', 'code_folded'])
    .execute()
  await db.schema
    .createIndex('promotion_code_coupon')
    .on('promotion_code')
    .columns(['program_id', 'coupon_uid'])
    .execute()
}

async function createSubscribers(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('subscriber')
    .addColumn('program_id', 'text', (column) => column.notNull())
    .addColumn('uid', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('email', 'text', (column) => column.notNull())
    .addColumn('email_folded', 'text', (column) => column.notNull())
    .addColumn('name', 'text')
    .addColumn('tos', 'integer', (column) => column.notNull())
    .addColumn('marketing_consent', 'integer', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('is_approved', 'integer', (column) => column.notNull())
    .addColumn('referrer_uid', 'text')
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('updated_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('subscriber_pk', ['program_id', 'uid'])
    .addUniqueConstraint('subscriber_id', ['program_id', 'id'])
    .addUniqueConstraint('subscriber_email', ['program_id', 'email_folded'])
    .execute()
  await db.schema
    .createIndex('subscriber_newest')
    .on('subscriber')
    .columns(['program_id', 'created_at', 'uid'])
    .execute()
  await db.schema
    .createIndex('subscriber_referrer')
    .on('subscriber')
    .columns(['program_id', 'referrer_uid', 'created_at', 'uid'])
    .execute()

  await db.schema
    .createTable('newsletter_reward')
    .addColumn('program_id', 'text', (column) => column.notNull())
    .addColumn('number', 'bigint', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('description', 'text')
    .addColumn('subscribers_count', 'integer', (column) => column.notNull())
    .addColumn('fulfillment_type', 'text')
    .addColumn('fulfillment_value', 'text')
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('updated_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('newsletter_reward_pk', ['program_id', 'number'])
    .execute()

  await db.schema
    .createTable('subscriber_reward')
    .addColumn('program_id', 'text', (column) => column.notNull())
    .addColumn('subscriber_uid', 'text', (column) => column.notNull())
    .addColumn('reward_number', 'bigint', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('subscriber_reward_pk', [
      'program_id',
      'subscriber_uid',
      'reward_number',
    ])
    .execute()
  await db.schema
    .createIndex('subscriber_reward_reward')
    .on('subscriber_reward')
    .columns(['program_id', 'reward_number'])
    .execute()
}
