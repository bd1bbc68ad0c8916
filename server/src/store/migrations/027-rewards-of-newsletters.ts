import type { Kysely } from 'kysely'

/** A newsletter's reward can be archived, and who earned it is listed, the newest first. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('newsletter_reward').addColumn('archived_at', 'bigint').execute()
  await db.schema.dropIndex('subscriber_reward_reward').execute()
  await db.schema
    .createIndex('subscriber_reward_latest')
    .on('subscriber_reward')
    .columns(['program_id', 'reward_number', 'created_at', 'subscriber_uid'])
    .execute()
}
