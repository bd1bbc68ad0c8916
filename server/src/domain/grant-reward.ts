import type { Kysely } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { insertBalanceEntry } from '../store/balance-entries.js'
import type { Database, ProgramRow, RewardRow } from '../store/database.js'
import { insertReward } from '../store/rewards.js'
import { DAY_MS } from './day-ms.js'
import type { Earned } from './reward-of-sale.js'
import { tellOfReward } from './tell-of-reward.js'

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
 * Gives somebody a reward: the reward and its entry in the ledger.
 *
 * @param trx A database transaction: both are there or neither.
 * @param now Milliseconds since the epoch.
 */
export async function grantReward(
  trx: Kysely<Database>,
  program: ProgramRow,
  grant: Grant,
  now: number,
): Promise<RewardRow> {
  const { program_id } = program
  const reward: RewardRow = {
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
  }
  const entry = {
    program_id,
    beneficiary_uid: reward.beneficiary_uid,
    reward_uid: reward.uid,
    amount_units: reward.amount_units,
    is_currency: 1,
    created_at: reward.created_at,
  } as const
  const amount_micros = reward.amount_micros
  await insertReward(trx, reward)
  await insertBalanceEntry(trx, { ...entry, uid: uuidv7(), kind: 'reward', step: 0, amount_micros })
  if (grant.isPaid) {
    const paid = { kind: 'payout', step: 1, amount_micros: -amount_micros } as const
    await insertBalanceEntry(trx, { ...entry, uid: uuidv7(), ...paid })
  }
  await tellOfReward(trx, program, reward, now)
  return reward
}
