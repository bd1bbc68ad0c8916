import type { Kysely, Updateable } from 'kysely'
import { PollenError } from '../../errors/pollen-error.js'
import { partnerRecord } from '../../records/partner-records.js'
import { deleteRulesOfPartner } from '../../store/commission-rules.js'
import type { Database, PartnerRow, ProgramRow } from '../../store/database.js'
import { changePartnerStatus } from '../../store/partners.js'
import { deleteReferralLinksOf } from '../../store/referral-links.js'
import { emitEvent } from '../webhooks/emit-event.js'
import type { WebhookEvent } from '../webhooks/webhook-events.js'

/** What can happen to a partner as a whole. */
export type PartnerAction = (
  trx: Kysely<Database>,
  program: ProgramRow,
  partner: PartnerRow,
  now: number,
) => Promise<void>

type Status = PartnerRow['status']

const move =
  (from: Status[], to: Status, event: WebhookEvent, reason: string): PartnerAction =>
  async (trx, program, partner, now) => {
    const changes = { status: to, updated_at: now }
    const moved = await changePartnerStatus(trx, partner, from, changes)
    if (!moved) throw new PollenError('action_failed', { partner: [reason] })
    await emitEvent(trx, program, event, () => partnerRecord(trx, program, moved), now)
  }

/** Until `restorePartner`, links credit nobody and sales earn nothing. What was earned is still owed. */
export const archivePartner = move(
  ['active'],
  'archived',
  'partner.archived',
  'The partner is not active, so it cannot be archived.',
)

export const restorePartner = move(
  ['archived'],
  'active',
  'partner.updated',
  'The partner is not archived.',
)

export const approvePartner = move(
  ['pending', 'rejected'],
  'active',
  'partner.approved',
  'The partner does not wait for approval.',
)

export const rejectPartner = move(
  ['pending'],
  'rejected',
  'partner.rejected',
  'The partner does not wait for approval.',
)

/**
 * Deletes a partner for good. Nothing that tells of the person stays; what was earned stays in the
 * books, without a name. Their id, key and e-mail address are free again.
 */
export const deletePartner: PartnerAction = async (trx, program, partner, now) => {
  const { program_id, uid } = partner
  const record = await partnerRecord(trx, program, partner)
  await deleteReferralLinksOf(trx, program_id, uid)
  await deleteRulesOfPartner(trx, program_id, uid)
  const statuses: Status[] = ['active', 'pending', 'rejected', 'archived']
  const deleted = await changePartnerStatus(trx, partner, statuses, {
    ...nameless(uid),
    ...at(now),
  })
  if (!deleted) throw new PollenError('partner_not_found')
  await emitEvent(trx, program, 'partner.deleted', () => ({ ...record, status: 'deleted' }), now)
}

/** The address is in a domain that never exists: https://www.rfc-editor.org/rfc/rfc2606#section-2 */
const nameless = (uid: string): Updateable<Database['partner']> => ({
  id: uid,
  key: uid,
  email: `${uid}@deleted.invalid`,
  email_folded: `${uid}@deleted.invalid`,
  name: null,
  surname: null,
  tags: '[]',
  password_hash: null,
  payout: null,
  status: 'deleted',
})

const at = (now: number) => ({ updated_at: now, deleted_at: now })
