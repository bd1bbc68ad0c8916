import type { Kysely } from 'kysely'
import { customerRecord } from '../../records/customer-records.js'
import { rewardRecord, rewardRecords } from '../../records/reward-record.js'
import { findCustomersByUid } from '../../store/customers.js'
import type { Database, ProgramRow, RewardRow } from '../../store/database.js'
import { insertDueApprovals } from '../../store/due-approvals.js'
import { emitEvents } from '../webhooks/emit-event.js'
import type { WebhookEvent } from '../webhooks/webhook-events.js'

/**
 * Tells webhooks of new rewards, and that they may be paid out: now, or once they were held for as long
 * as the program wants.
 *
 * @param trx The database transaction that made the rewards.
 * @param now Milliseconds since the epoch.
 */
export async function tellOfRewards(
  trx: Kysely<Database>,
  program: ProgramRow,
  rewards: readonly RewardRow[],
  now: number,
): Promise<void> {
  const tell = async (event: WebhookEvent, some: readonly RewardRow[]) => {
    if (some.length === 0) return
    await emitEvents(trx, program, event, () => rewardRecords(trx, program, [...some], now), now)
  }
  const paid = rewards.filter(({ paid_at }) => paid_at !== null)
  const unpaid = rewards.filter(({ paid_at }) => paid_at === null)
  await tell('reward.created', rewards)
  if (program.type === 'refer_a_friend') {
    const records = () => friendRecords(trx, program, rewards, now)
    await emitEvents(trx, program, 'customer.rewarded', records, now)
  }
  await tell('reward.paid', paid)
  await tell(
    'reward.approved',
    unpaid.filter(({ approved_at }) => approved_at <= now),
  )
  const held = unpaid.filter(({ approved_at }) => approved_at > now)
  await insertDueApprovals(
    trx,
    held.map(({ program_id, uid: reward_uid, approved_at: due_at }) => ({
      ...{ program_id, reward_uid, due_at },
    })),
  )
}

/** The customers who were rewarded, each with the reward. */
async function friendRecords(
  trx: Kysely<Database>,
  program: ProgramRow,
  rewards: readonly RewardRow[],
  now: number,
): Promise<object[]> {
  const uids = [...new Set(rewards.map(({ beneficiary_uid }) => beneficiary_uid))]
  const customers = await findCustomersByUid(trx, program.program_id, uids)
  const records: object[] = []
  for (const reward of rewards) {
    const customer = customers.get(reward.beneficiary_uid)
    if (!customer) continue
    const record = await customerRecord(trx, program, customer)
    records.push({ ...record, reward: await rewardRecord(trx, program, reward, now) })
  }
  return records
}
