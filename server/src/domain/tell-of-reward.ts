import type { Kysely } from 'kysely'
import { customerRecord } from '../records/customer-records.js'
import { rewardRecord } from '../records/reward-record.js'
import { findCustomersByUid } from '../store/customers.js'
import type { Database, ProgramRow, RewardRow } from '../store/database.js'
import { insertDueApproval } from '../store/due-approvals.js'
import { emitEvent } from './emit-event.js'

/**
 * Tells webhooks of a new reward, and that it may be paid out: now, or once it was held for as long as
 * the program wants.
 *
 * @param trx The database transaction that made the reward.
 * @param now Milliseconds since the epoch.
 */
export async function tellOfReward(
  trx: Kysely<Database>,
  program: ProgramRow,
  reward: RewardRow,
  now: number,
): Promise<void> {
  const record = () => rewardRecord(trx, program, reward, now)
  await emitEvent(trx, program, 'reward.created', record, now)
  if (program.type === 'refer_a_friend') await tellOfFriend(trx, program, reward, now)
  if (reward.paid_at !== null) await emitEvent(trx, program, 'reward.paid', record, now)
  else if (reward.approved_at <= now) await emitEvent(trx, program, 'reward.approved', record, now)
  else {
    const { program_id, uid: reward_uid, approved_at: due_at } = reward
    await insertDueApproval(trx, { program_id, reward_uid, due_at })
  }
}

async function tellOfFriend(
  trx: Kysely<Database>,
  program: ProgramRow,
  reward: RewardRow,
  now: number,
): Promise<void> {
  const { beneficiary_uid: uid } = reward
  const customer = (await findCustomersByUid(trx, program.program_id, [uid])).get(uid)
  if (!customer) return
  const record = async () => ({
    ...(await customerRecord(trx, program, customer)),
    reward: await rewardRecord(trx, program, reward, now),
  })
  await emitEvent(trx, program, 'customer.rewarded', record, now)
}
