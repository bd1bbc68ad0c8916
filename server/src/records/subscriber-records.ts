import type { Kysely } from 'kysely'
import { referralUrl } from '../domain/partners/referral-url.js'
import { isoTime } from '../domain/time/iso-time.js'
import type { Database, ProgramRow } from '../store/database.js'
import { listSubscriberRewards } from '../store/newsletter-rewards.js'
import { countReferredBy } from '../store/subscribers.js'
import type { SubscriberRow } from '../store/tables/side-tables.js'
import { newsletterRewardRecord } from './newsletter-reward-record.js'

/** Subscribers with how many they referred, and what that earned them. */
export async function subscriberRecords(
  db: Kysely<Database>,
  program: ProgramRow,
  subscribers: SubscriberRow[],
) {
  const { program_id } = program
  const uids = subscribers.map(({ uid }) => uid)
  const counts = await countReferredBy(db, program_id, uids)
  const rewards = await listSubscriberRewards(db, program_id, uids)
  return subscribers.map((subscriber) => ({
    id: subscriber.id,
    key: subscriber.key,
    name: subscriber.name,
    email: subscriber.email,
    is_referred: subscriber.referrer_uid !== null,
    tos: subscriber.tos === 1,
    marketing_consent: subscriber.marketing_consent === 1,
    // Sent in lower case, shown with a capital.
    status: subscriber.status.charAt(0).toUpperCase() + subscriber.status.slice(1),
    approved: subscriber.is_approved === 1,
    portal_link: program.website,
    share_link: referralUrl(program, subscriber.key),
    referrals_count: counts.get(subscriber.uid) ?? 0,
    reward: rewards
      .filter(({ subscriber_uid }) => subscriber_uid === subscriber.uid)
      .map((reward) => ({
        ...newsletterRewardRecord(reward),
        rewarded_at: isoTime(reward.given_at),
      })),
    created_at: isoTime(subscriber.created_at),
    updated_at: isoTime(subscriber.updated_at),
    deleted_at: null,
  }))
}

export async function subscriberRecord(
  db: Kysely<Database>,
  program: ProgramRow,
  subscriber: SubscriberRow,
) {
  const [record] = await subscriberRecords(db, program, [subscriber])
  return record ?? {}
}
