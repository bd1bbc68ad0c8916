import type { Kysely } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { PollenError } from '../../errors/pollen-error.js'
import { rewardRecord } from '../../records/reward-record.js'
import { insertBalanceEntry } from '../../store/balance-entries.js'
import type { Database, PayoutRequestRow, ProgramRow } from '../../store/database.js'
import { listClaimedEntries, releaseEntries } from '../../store/payout-entries.js'
import { changePayoutStatus } from '../../store/payout-requests.js'
import { markRewardsPaid } from '../../store/rewards.js'
import { roundToMinorUnit } from '../money/round-to-minor-unit.js'
import { totalOf } from '../money/total-of.js'
import { emitEvent } from '../webhooks/emit-event.js'

/**
 * @param trx A database transaction.
 * @param now Milliseconds since the epoch.
 * @throws PollenError `action_failed` when the payout is not in a state for it.
 */
export type PayoutAction = (
  trx: Kysely<Database>,
  program: ProgramRow,
  payout: PayoutRequestRow,
  now: number,
) => Promise<PayoutRequestRow>

export const approvePayout: PayoutAction = (trx, _program, payout, now) =>
  move(trx, payout, ['requested'], { status: 'approved', updated_at: now })

/** What it was to pay is written down, and may be asked for again. */
export const rejectPayout: PayoutAction = async (trx, _program, payout, now) => {
  const { program_id, number } = payout
  const changes = {
    status: 'rejected',
    updated_at: now,
    rejected_micros: totalOf(await listClaimedEntries(trx, program_id, [number])),
  } as const
  const rejected = await move(trx, payout, ['requested', 'approved'], changes)
  await releaseEntries(trx, program_id, number)
  return rejected
}

/**
 * Writes down that the money was sent. The ledger gets an entry over what was paid, and one over what
 * rounding to the currency's minor unit gave or took, so that what the payout was for adds up to 0.
 */
export const markPayoutAsPaid: PayoutAction = async (trx, program, payout, now) => {
  const { program_id, number, amount_units } = payout
  const changes = { status: 'finished', updated_at: now, paid_at: now } as const
  const finished = await move(trx, payout, ['approved'], changes)
  const claimed = await listClaimedEntries(trx, program_id, [number])
  const total = totalOf(claimed)
  const paid = roundToMinorUnit(total, amount_units)
  if (paid <= 0n) throw failed('What it was to pay was taken back: there is nothing left to pay.')
  const entry = {
    program_id,
    beneficiary_uid: payout.partner_uid,
    reward_uid: null,
    step: null,
    payout_number: number,
    amount_units,
    is_currency: 1,
    created_at: now,
  } as const
  await insertBalanceEntry(trx, { ...entry, uid: uuidv7(), kind: 'payout', amount_micros: -paid })
  if (paid !== total) {
    const amount_micros = paid - total
    await insertBalanceEntry(trx, { ...entry, uid: uuidv7(), kind: 'rounding', amount_micros })
  }
  const rewardUids = [...new Set(claimed.flatMap(({ reward_uid }) => reward_uid ?? []))]
  for (const reward of await markRewardsPaid(trx, program_id, rewardUids, now)) {
    await emitEvent(trx, program, 'reward.paid', () => rewardRecord(trx, program, reward, now), now)
  }
  return finished
}

async function move(
  trx: Kysely<Database>,
  payout: PayoutRequestRow,
  from: PayoutRequestRow['status'][],
  changes: Partial<PayoutRequestRow>,
): Promise<PayoutRequestRow> {
  const moved = await changePayoutStatus(trx, payout, from, changes)
  if (moved) return moved
  throw failed(`The payout request is ${payout.status}, and has to be ${from.join(' or ')}.`)
}

const failed = (reason: string) => new PollenError('action_failed', { payout_request: [reason] })
