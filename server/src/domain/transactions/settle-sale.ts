import type { Kysely } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { countSteps, insertBalanceEntry } from '../../store/balance-entries.js'
import type { Database, RewardRow, TransactionRow } from '../../store/database.js'
import { claimForSamePayout } from '../../store/payout-entries.js'
import { listRewards, updateReward } from '../../store/rewards.js'
import { rewardWorth } from '../rewards/reward-worth.js'

/**
 * Brings what a sale earned in line with what has become of it: for each reward that is worth more or
 * less than before, the ledger gets an entry over the difference. Where nothing changed there is no
 * difference, so settling twice is settling once.
 *
 * @param trx The database transaction that changed `transaction`; others wait for it to end.
 * @param now Milliseconds since the epoch.
 */
export async function settleSale(
  trx: Kysely<Database>,
  transaction: TransactionRow,
  now: number,
): Promise<void> {
  for (const reward of await listRewards(trx, transaction.program_id, [transaction.uid])) {
    await settle(trx, reward, rewardWorth(reward.amount_micros, transaction), now)
  }
}

async function settle(
  trx: Kysely<Database>,
  reward: RewardRow,
  worth: bigint,
  now: number,
): Promise<void> {
  const difference = worth - (reward.amount_micros - reward.reversed_micros)
  if (difference === 0n) return
  const { program_id, uid: reward_uid, beneficiary_uid, amount_units } = reward
  await updateReward(trx, reward, {
    reversed_micros: reward.amount_micros - worth,
    reversed_at: worth === 0n ? now : null,
  })
  const uid = uuidv7()
  await insertBalanceEntry(trx, {
    program_id,
    uid,
    beneficiary_uid,
    kind: difference < 0n ? 'reversal' : 'restoration',
    reward_uid,
    step: await countSteps(trx, program_id, reward_uid),
    amount_micros: difference,
    amount_units,
    is_currency: 1,
    created_at: now,
  })
  await claimForSamePayout(trx, program_id, uid, reward_uid)
}
