import type { Kysely } from 'kysely'
import { newsletterRewardRecord } from '../../records/newsletter-reward-record.js'
import { subscriberRecord } from '../../records/subscriber-records.js'
import type { Database, ProgramRow } from '../../store/database.js'
import { insertSubscriberReward, listRewardsEarnedBy } from '../../store/newsletter-rewards.js'
import { countReferredBy, findSubscribersByUid } from '../../store/subscribers.js'
import type { SubscriberRow } from '../../store/tables/side-tables.js'
import { emitEvent } from '../webhooks/emit-event.js'

/**
 * Gives whoever referred `subscriber` the rewards that are earned by now, each once.
 *
 * @param trx The database transaction that made `subscriber` count.
 * @param now Milliseconds since the epoch.
 */
export async function rewardReferrer(
  trx: Kysely<Database>,
  program: ProgramRow,
  { referrer_uid: uid }: SubscriberRow,
  now: number,
): Promise<void> {
  if (uid === null) return
  const { program_id } = program
  const referrer = (await findSubscribersByUid(trx, program_id, [uid])).get(uid)
  if (referrer?.status !== 'active') return
  const count = (await countReferredBy(trx, program_id, [uid])).get(uid) ?? 0
  for (const reward of await listRewardsEarnedBy(trx, program_id, count)) {
    const given = { program_id, subscriber_uid: uid, reward_number: reward.number, created_at: now }
    if (!(await insertSubscriberReward(trx, given))) continue
    const record = async () => ({
      ...(await subscriberRecord(trx, program, referrer)),
      rewarded: newsletterRewardRecord(reward),
    })
    await emitEvent(trx, program, 'subscriber.rewarded', record, now)
  }
}
