import type { Kysely } from 'kysely'
import type { Database, PartnerRow, ProgramRow } from '../store/database.js'
import { figures } from '../store/figures.js'
import { listReferralKeys } from '../store/referral-links.js'
import { fullPartnerRecord } from './partner-record.js'

/** One partner with all there is to say: links, and what came of them. */
export async function partnerRecord(
  db: Kysely<Database>,
  program: ProgramRow,
  partner: PartnerRow,
) {
  const { program_id: programId } = program
  const keys = await listReferralKeys(db, programId, partner.uid)
  const brought = await figures(db, { programId, referrerUid: partner.uid })
  return fullPartnerRecord(program, partner, keys, brought)
}
