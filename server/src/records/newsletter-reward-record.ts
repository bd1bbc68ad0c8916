import { isoTime } from '../domain/time/iso-time.js'
import type { RewardedSubscriber } from '../store/newsletter-rewards.js'
import type { NewsletterRewardRow } from '../store/tables/side-tables.js'

const FULFILLMENT_NAMES = {
  url_link: 'URL link',
  generic_coupon: 'Generic coupon',
  amazon_gift_card: 'Amazon gift card',
} as const

/** A reward of a newsletter program; the count of subscribers under the name it is sent by, too. */
export const newsletterRewardRecord = (
  reward: NewsletterRewardRow & { times_triggered?: number },
) => ({
  id: reward.number,
  name: reward.name,
  description: reward.description,
  status: reward.archived_at === null ? 'active' : 'archived',
  type: 'default',
  subscriber_count: reward.subscribers_count,
  subscribers_count: reward.subscribers_count,
  fulfillment_type: reward.fulfillment_type,
  fulfillment_type_name: reward.fulfillment_type && FULFILLMENT_NAMES[reward.fulfillment_type],
  fulfillment_value: reward.fulfillment_value,
  ...(reward.times_triggered !== undefined && { times_triggered: reward.times_triggered }),
  created_at: isoTime(reward.created_at),
  updated_at: isoTime(reward.updated_at),
})

/** Who earned a reward, and when. */
export const rewardedSubscriberRecord = ({
  id,
  key,
  email,
  name,
  given_at,
}: RewardedSubscriber) => ({
  id,
  key,
  email,
  name,
  rewarded_at: isoTime(given_at),
})
