import type { Kysely } from 'kysely'
import type { Database, PartnerRow, ProgramRow } from '../store/database.js'
import { figures } from '../store/figures.js'
import { listLinkTargets } from '../store/referral-links.js'
import { sumRewards } from '../store/rewards.js'
import { fullPartnerRecord } from './partner-record.js'

/**
 * One partner with all there is to say: links, and what came of them.
 *
 * @param now Milliseconds since the epoch: which commissions are on hold.
 */
export async function partnerRecord(
  db: Kysely<Database>,
  program: ProgramRow,
  partner: PartnerRow,
  now = Date.now(),
) {
  const { program_id: programId } = program
  const links = await listLinkTargets(db, program, partner.uid)
  const brought = await figures(db, { programId, referrerUid: partner.uid })
  const earned = await sumRewards(db, programId, now, partner.uid)
  return fullPartnerRecord(program, partner, links, brought, earned)
}
