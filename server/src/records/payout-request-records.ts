import type { Kysely } from 'kysely'
import { microsToNumber } from '../domain/money/micros.js'
import { roundToMinorUnit } from '../domain/money/round-to-minor-unit.js'
import { totalOf } from '../domain/money/total-of.js'
import { isoTime, isoTimeOrNull } from '../domain/time/iso-time.js'
import type { Database, PayoutRequestRow, ProgramRow } from '../store/database.js'
import { listClaimedEntries } from '../store/payout-entries.js'
import { findReferrersByUid } from '../store/referrers.js'

/** Payouts, with what each pays, or was to pay when it was rejected, and for which rewards. */
export async function payoutRequestRecords(
  db: Kysely<Database>,
  program: ProgramRow,
  payouts: PayoutRequestRow[],
) {
  const partnerUids = [...new Set(payouts.map(({ partner_uid }) => partner_uid))]
  const partners = await findReferrersByUid(db, program, partnerUids)
  const numbers = payouts.map(({ number }) => number)
  const entries = await listClaimedEntries(db, program.program_id, numbers)
  return payouts.map((payout) => {
    const partner = partners.get(payout.partner_uid)
    const own = entries.filter(({ claimed_by }) => claimed_by === payout.number)
    const total = payout.rejected_micros ?? totalOf(own)
    return {
      id: payout.number,
      status: payout.status,
      partner: partner
        ? { id: partner.id, key: partner.key, email: partner.email, name: partner.name }
        : null,
      amount: microsToNumber(roundToMinorUnit(total, payout.amount_units)),
      amount_units: payout.amount_units,
      gateway: payout.gateway,
      payout_settings: JSON.parse(payout.payout_settings),
      reward_ids: [...new Set(own.flatMap(({ reward_uid }) => reward_uid ?? []))],
      created_at: isoTime(payout.created_at),
      updated_at: isoTime(payout.updated_at),
      paid_at: isoTimeOrNull(payout.paid_at),
    }
  })
}
