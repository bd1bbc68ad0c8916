import type { Kysely } from 'kysely'
import type { Database } from '../../store/database.js'
import { type CountedReward, updateNewsletterReward } from '../../store/newsletter-rewards.js'
import type { NewNewsletterReward } from './create-newsletter-reward.js'

/** What is left out stays; an empty text takes a description or a value away. */
export interface NewsletterRewardChanges extends Partial<NewNewsletterReward> {
  /** Nobody earns an archived one any more; who has it keeps it. */
  status?: 'active' | 'archived' | undefined
}

/**
 * Changes a reward, for everybody who earns it from now on and for how it reads to those who have it.
 *
 * @param now Milliseconds since the epoch.
 */
export async function changeNewsletterReward(
  db: Kysely<Database>,
  reward: CountedReward,
  { status, description, fulfillment_value, ...changes }: NewsletterRewardChanges,
  now: number,
): Promise<CountedReward> {
  const changed = await updateNewsletterReward(db, reward, {
    ...changes,
    ...(description !== undefined && { description: description || null }),
    ...(fulfillment_value !== undefined && { fulfillment_value: fulfillment_value || null }),
    ...(status === 'active' && { archived_at: null }),
    ...(status === 'archived' && { archived_at: reward.archived_at ?? now }),
    updated_at: now,
  })
  return { ...changed, times_triggered: reward.times_triggered }
}
