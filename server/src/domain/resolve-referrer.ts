import type { Kysely } from 'kysely'
import type { Database, ProgramRow } from '../store/database.js'
import { findCustomer, findPartner, type Identifier } from '../store/find-record.js'
import type { Referrer } from '../store/referrers.js'

/** Who may have sent a customer, as a back end says it. */
export interface Referral {
  partner?: Identifier | undefined
  referring_customer?: Identifier | undefined
}

/** Finds the partner (affiliate) or referring customer (refer-a-friend) that `referral` names. */
export async function resolveReferrer(
  db: Kysely<Database>,
  program: ProgramRow,
  referral: Referral,
): Promise<Referrer | undefined> {
  return program.type === 'affiliate'
    ? findPartner(db, program.program_id, referral.partner ?? {})
    : findCustomer(db, program.program_id, referral.referring_customer ?? {})
}

/** The same, if there may be credit: archived, pending and rejected ones get none. */
export async function resolveActiveReferrer(
  db: Kysely<Database>,
  program: ProgramRow,
  referral: Referral,
): Promise<Referrer | undefined> {
  const referrer = await resolveReferrer(db, program, referral)
  return referrer?.status === 'active' ? referrer : undefined
}
