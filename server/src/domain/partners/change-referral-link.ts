import type { Kysely } from 'kysely'
import { PollenError } from '../../errors/pollen-error.js'
import type { Database, ProgramRow, ReferralLinkRow } from '../../store/database.js'
import {
  deleteReferralLink,
  findReferralLink,
  insertReferralLink,
  updateReferralLink,
} from '../../store/referral-links.js'
import { type Referrer, updateReferrerKey } from '../../store/referrers.js'
import { type ReferralLinkInput, readReferralLink } from './read-referral-link.js'

/**
 * Gives a partner or a friend a further link.
 *
 * @param trx A database transaction, as for all of these.
 * @param now Milliseconds since the epoch.
 * @throws PollenError `invalid` when the key is taken.
 */
export async function createReferralLink(
  trx: Kysely<Database>,
  program: ProgramRow,
  owner: Referrer,
  input: ReferralLinkInput & { key: string },
  now: number,
): Promise<ReferralLinkRow> {
  const { program_id } = program
  const { key } = input
  const said = await readReferralLink(trx, program, input)
  const row = { ...said, program_id, key, owner_uid: owner.uid, created_at: now }
  if (!(await insertReferralLink(trx, row))) throw taken(key)
  const link = await findReferralLink(trx, program_id, key)
  if (!link) throw new PollenError('busy')
  return link
}

/**
 * Changes a link. A new key takes the place of the old one: unlike a partner's new key, which leaves
 * the old link working, this is about the link itself.
 *
 * @throws PollenError `invalid` when the key is taken.
 */
export async function changeReferralLink(
  trx: Kysely<Database>,
  program: ProgramRow,
  link: ReferralLinkRow,
  owner: Referrer,
  input: ReferralLinkInput,
): Promise<ReferralLinkRow> {
  const { key = link.key } = input
  if (key !== link.key && (await findReferralLink(trx, program.program_id, key))) throw taken(key)
  const said = await readReferralLink(trx, program, input)
  const changed = await updateReferralLink(trx, link, { ...said, key })
  if (!changed) throw new PollenError('referral_link_not_found')
  if (owner.key === link.key) await updateReferrerKey(trx, program, owner.uid, key)
  return changed
}

/** @throws PollenError `action_failed` for the link that the owner's own key is in. */
export async function removeReferralLink(
  trx: Kysely<Database>,
  link: ReferralLinkRow,
  owner: Referrer,
): Promise<void> {
  if (owner.key === link.key) {
    throw new PollenError('action_failed', { key: ['The default link cannot be deleted.'] })
  }
  await deleteReferralLink(trx, link)
}

const taken = (key: string) =>
  new PollenError('invalid', { key: [`The key "${key}" belongs to a link already.`] })
