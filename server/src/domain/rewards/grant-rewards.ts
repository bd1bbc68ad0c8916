import type { Kysely } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { insertBalanceEntries } from '../../store/balance-entries.js'
import type { Database, ProgramRow, RewardRow } from '../../store/database.js'
import { insertRewards } from '../../store/rewards.js'
import type { Earned } from '../commissions/reward-of-sale.js'
import { DAY_MS } from '../time/day-ms.js'
import { tellOfRewards } from './tell-of-rewards.js'

export interface Grant extends Earned {
  beneficiaryUid: string
  transactionUid?: string
  ruleUid?: string | undefined
  note?: string | undefined
  holdDays: number
  /** Whether it was paid out already, outside of Pollen. */
  isPaid?: boolean
  /** Milliseconds since the epoch. */
  createdAt: number
}

/**
 * Gives rewards: each of them and its entry in the ledger.
 *
 * @param trx A database transaction: both are there or neither.
 * @param now Milliseconds since the epoch.
 * @returns One for each grant.
 */
export async function grantRewards(
  trx: Kysely<Database>,
  program: ProgramRow,
  grants: readonly Grant[],
  now: number,
): Promise<RewardRow[]> {
  const rewards = grants.map((grant) => rewardRow(program, grant))
  await insertRewards(trx, rewards)
  await insertBalanceEntries(trx, rewards.flatMap(entriesOf))
  await tellOfRewards(trx, program, rewards, now)
  return rewards
}

/** `grantRewards` of one. */
export async function grantReward(
  trx: Kysely<Database>,
  program: ProgramRow,
  grant: Grant,
  now: number,
): Promise<RewardRow> {
  const [reward] = await grantRewards(trx, program, [grant], now)
  if (!reward) throw new Error('a reward was not granted')
  return reward
}

const rewardRow = ({ program_id }: ProgramRow, grant: Grant): RewardRow => ({
  program_id,
  uid: uuidv7(),
  transaction_uid: grant.transactionUid ?? null,
  beneficiary_uid: grant.beneficiaryUid,
  rule_uid: grant.ruleUid ?? null,
  amount_micros: grant.amountMicros,
  amount_units: grant.currency,
  reversed_micros: 0n,
  note: grant.note ?? null,
  created_at: grant.createdAt,
  approved_at: grant.createdAt + grant.holdDays * DAY_MS,
  paid_at: grant.isPaid ? grant.createdAt : null,
  reversed_at: null,
})

/** What is owed by it; and where it was paid out already, that too. */
function entriesOf(reward: RewardRow) {
  const { program_id, beneficiary_uid, uid: reward_uid, amount_units, created_at } = reward
  const entry = {
    ...{ program_id, beneficiary_uid, reward_uid, amount_units, created_at },
    is_currency: 1 as const,
  }
  const amount_micros = reward.amount_micros
  const given = { ...entry, uid: uuidv7(), kind: 'reward' as const, step: 0, amount_micros }
  if (reward.paid_at === null) return [given]
  const paid = { kind: 'payout' as const, step: 1, amount_micros: -amount_micros }
  return [given, { ...entry, uid: uuidv7(), ...paid }]
}
