import type { Kysely } from 'kysely'
import type { Database, PartnerRow, ProgramRow } from '../store/database.js'
import { figuresOf } from '../store/figures/figures.js'
import { listLinkTargets } from '../store/referral-links.js'
import { sumRewardsOnHold } from '../store/rewards.js'
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
  const brought = await figuresOf(db, programId, partner.uid)
  const onHold = await sumRewardsOnHold(db, programId, partner.uid, now)
  return fullPartnerRecord(program, partner, links, brought, onHold)
}
