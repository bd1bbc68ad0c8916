import type { Kysely, Updateable } from 'kysely'
import { contains } from './contains.js'
import type { Database } from './database.js'
import { onPage, type Page } from './statements/page.js'
import type {
  NewsletterRewardRow,
  SubscriberRewardRow,
  SubscriberRow,
} from './tables/side-tables.js'

/** A reward, and how often it was given. */
export type CountedReward = NewsletterRewardRow & { times_triggered: number }

/** Who earned a reward, and when. */
export type RewardedSubscriber = Pick<SubscriberRow, 'uid' | 'id' | 'key' | 'email' | 'name'> & {
  given_at: number
}

export async function insertNewsletterReward(
  db: Kysely<Database>,
  reward: NewsletterRewardRow,
): Promise<void> {
  await db.insertInto('newsletter_reward').values(reward).execute()
}

export function findNewsletterReward(
  db: Kysely<Database>,
  programId: string,
  number: number,
): Promise<CountedReward | undefined> {
  return counted(db, programId).where('reward.number', '=', number).executeTakeFirst()
}

/** One page and a row, the newest first unless it says otherwise. */
export function listNewsletterRewards(
  db: Kysely<Database>,
  programId: string,
  page: Page,
): Promise<CountedReward[]> {
  return counted(db, programId).$call(onPage(page, 'reward.number')).execute()
}

const counted = (db: Kysely<Database>, programId: string) =>
  db
    .selectFrom('newsletter_reward as reward')
    .selectAll('reward')
    .select((builder) =>
      builder
        .selectFrom('subscriber_reward as given')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .where('given.program_id', '=', programId)
        .whereRef('given.reward_number', '=', 'reward.number')
        .$asScalar()
        .$notNull()
        .as('times_triggered'),
    )
    .where('reward.program_id', '=', programId)

export function updateNewsletterReward(
  db: Kysely<Database>,
  { program_id, number }: Pick<NewsletterRewardRow, 'program_id' | 'number'>,
  changes: Updateable<Database['newsletter_reward']>,
): Promise<NewsletterRewardRow> {
  return db
    .updateTable('newsletter_reward')
    .set(changes)
    .where('program_id', '=', program_id)
    .where('number', '=', number)
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** What is earned by referring `count` others, the smallest first. */
export function listRewardsEarnedBy(
  db: Kysely<Database>,
  programId: string,
  count: number,
): Promise<NewsletterRewardRow[]> {
  return db
    .selectFrom('newsletter_reward')
    .selectAll()
    .where('program_id', '=', programId)
    .where('subscribers_count', '<=', count)
    .where('archived_at', 'is', null)
    .orderBy('subscribers_count')
    .orderBy('number')
    .execute()
}

/** @returns Whether the subscriber did not have it yet. */
export async function insertSubscriberReward(
  db: Kysely<Database>,
  given: SubscriberRewardRow,
): Promise<boolean> {
  const inserted = await db
    .insertInto('subscriber_reward')
    .values(given)
    .onConflict((conflict) => conflict.doNothing())
    .returning('reward_number')
    .executeTakeFirst()
  return inserted !== undefined
}

/**
 * Who earned a reward: one page and a row, the latest first unless it says otherwise.
 *
 * @param email A part of it; empty for everybody.
 */
export function listRewardedSubscribers(
  db: Kysely<Database>,
  { program_id, number }: Pick<NewsletterRewardRow, 'program_id' | 'number'>,
  page: Page,
  email: string,
): Promise<RewardedSubscriber[]> {
  return db
    .selectFrom('subscriber_reward as given')
    .innerJoin('subscriber', (join) =>
      join
        .onRef('subscriber.program_id', '=', 'given.program_id')
        .onRef('subscriber.uid', '=', 'given.subscriber_uid'),
    )
    .select(['uid', 'id', 'key', 'email', 'name', 'given.created_at as given_at'])
    .where('given.program_id', '=', program_id)
    .where('given.reward_number', '=', number)
    .$if(email !== '', (query) => query.where(contains('email', email)))
    .$call(onPage(page, 'given.created_at', 'given.subscriber_uid'))
    .execute()
}

/** What these subscribers were given, in the order in which they got it. */
export async function listSubscriberRewards(
  db: Kysely<Database>,
  programId: string,
  subscriberUids: string[],
): Promise<(NewsletterRewardRow & { subscriber_uid: string; given_at: number })[]> {
  if (subscriberUids.length === 0) return []
  return db
    .selectFrom('subscriber_reward as given')
    .innerJoin('newsletter_reward as reward', (join) =>
      join
        .onRef('reward.program_id', '=', 'given.program_id')
        .onRef('reward.number', '=', 'given.reward_number'),
    )
    .selectAll('reward')
    .select(['given.subscriber_uid', 'given.created_at as given_at'])
    .where('given.program_id', '=', programId)
    .where('given.subscriber_uid', 'in', subscriberUids)
    .orderBy('given.created_at')
    .orderBy('reward.subscribers_count')
    .execute()
}
