import type { Kysely } from 'kysely'
import { partnerRecord } from '../../records/partner-records.js'
import type { Database, PartnerRow, ProgramRow } from '../../store/database.js'
import { updatePartner as updateRow } from '../../store/partners.js'
import { findPartner } from '../../store/statements/find-record.js'
import { foldEmail } from '../people/fold-email.js'
import { takenError } from '../taken-error.js'
import { emitEvent } from '../webhooks/emit-event.js'
import { giveReferralKey } from './give-referral-key.js'

/** What stays as it is, is `undefined`. */
export interface PartnerChanges {
  email?: string | undefined
  name?: string | undefined
  surname?: string | undefined
  /** From `hashPassword`. */
  passwordHash?: string | undefined
  key?: string | undefined
  tags?: string[] | undefined
}

/**
 * Changes a partner. A new key gets a link of its own and becomes the partner's first; the link with
 * the old one goes on working, for it is out in the world.
 *
 * @param trx A database transaction.
 * @param now Milliseconds since the epoch.
 * @throws PollenError `invalid`, naming what belongs to another partner already.
 */
export async function updatePartner(
  trx: Kysely<Database>,
  program: ProgramRow,
  partner: PartnerRow,
  { email, name, surname, passwordHash, key, tags }: PartnerChanges,
  now: number,
): Promise<PartnerRow> {
  const { program_id, uid } = partner
  if (email !== undefined) {
    const owner = await findPartner(trx, program_id, { email })
    if (owner && owner.uid !== uid) throw takenError('email', email, 'partner')
  }
  if (key !== undefined && !(await giveReferralKey(trx, program_id, uid, key, now))) {
    throw takenError('key', key, 'partner')
  }
  const updated = await updateRow(trx, partner, {
    ...(email !== undefined && { email, email_folded: foldEmail(email) }),
    ...(name !== undefined && { name }),
    ...(surname !== undefined && { surname }),
    ...(passwordHash !== undefined && { password_hash: passwordHash }),
    ...(key !== undefined && { key }),
    ...(tags && { tags: JSON.stringify(tags) }),
    updated_at: now,
  })
  const record = () => partnerRecord(trx, program, updated)
  await emitEvent(trx, program, 'partner.updated', record, now)
  return updated
}
