import type { Kysely } from 'kysely'
import { type FieldErrors, PollenError } from '../../errors/pollen-error.js'
import { listPayableEntries } from '../../store/balance-entries.js'
import type { Database, PartnerRow, PayoutRequestRow, ProgramRow } from '../../store/database.js'
import { updatePartner } from '../../store/partners.js'
import { claimEntries } from '../../store/payout-entries.js'
import { insertPayoutRequest } from '../../store/payout-requests.js'
import { nextNumber } from '../../store/statements/next-number.js'
import { roundToMinorUnit } from '../money/round-to-minor-unit.js'
import { totalOf } from '../money/total-of.js'
import { type PayoutMeans, payoutMeans } from './payout-means.js'

/** A payout as a client asks for it. */
export interface PayoutInput {
  amount_units: string
  /** Where it is not said, the gateway and the settings that the partner was paid by before. */
  gateway?: PayoutMeans['gateway'] | undefined
  payout_settings?: PayoutMeans['payout_settings'] | undefined
  /** Only for these; for all that may be paid where there are none. */
  reward_ids?: string[] | undefined
}

/**
 * Asks for a partner to be paid: all that is off hold and in no payout yet, what was taken back
 * included. From then on it is this payout's alone.
 *
 * @param trx A database transaction.
 * @param now Milliseconds since the epoch.
 * @throws PollenError `invalid`, also when there is nothing to pay.
 */
export async function requestPayout(
  trx: Kysely<Database>,
  program: ProgramRow,
  partner: PartnerRow,
  input: PayoutInput,
  now: number,
): Promise<PayoutRequestRow> {
  const { program_id } = program
  const { uid, status } = partner
  if (status !== 'active') throw failed({ partner: ['The partner is not active.'] })
  const { gateway, payout_settings } = meansOf(partner, input)
  const currency = input.amount_units.toUpperCase()
  const number = await nextNumber(trx, program_id, 'payout_request')
  const payable = await listPayableEntries(trx, program_id, uid, currency, now, input.reward_ids)
  const claimed = await claimEntries(
    trx,
    program_id,
    number,
    payable.map(({ uid }) => uid),
  )
  const total = totalOf(payable.filter(({ uid }) => claimed.has(uid)))
  if (roundToMinorUnit(total, currency) <= 0n) {
    throw failed({ amount_units: [`There is nothing to pay out in ${currency}.`] })
  }
  const payout: PayoutRequestRow = {
    program_id,
    number,
    partner_uid: uid,
    amount_units: currency,
    gateway,
    payout_settings: JSON.stringify(payout_settings),
    status: 'requested',
    created_at: now,
    updated_at: now,
    paid_at: null,
    rejected_micros: null,
  }
  await insertPayoutRequest(trx, payout)
  await updatePartner(trx, partner, { payout: JSON.stringify({ gateway, payout_settings }) })
  return payout
}

/** By which gateway, and to where. */
const meansOf = (
  { payout }: PartnerRow,
  { gateway, payout_settings = {} }: PayoutInput,
): PayoutMeans | { gateway: null; payout_settings: PayoutMeans['payout_settings'] } => {
  if (gateway !== undefined) return payoutMeans({ gateway, payout_settings })
  return payout === null ? { gateway: null, payout_settings } : JSON.parse(payout)
}

const failed = (errors: FieldErrors) => new PollenError('invalid', errors)
