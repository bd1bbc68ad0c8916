import type { Kysely } from 'kysely'
import type { Database, ProgramRow } from '../../store/database.js'
import type { Referrer } from '../../store/referrers.js'
import { findCustomer, findPartner, type Identifier } from '../../store/statements/find-record.js'
import { keyOfUrl } from './key-of-url.js'

/** Who may have sent a customer, as a back end says it. */
export interface Referral {
  partner?: Identifier | undefined
  referring_customer?: Identifier | undefined
  /** A referral link; it counts where nobody is named. */
  referral_url?: string | undefined
}

/**
 * Finds the partner (affiliate) or referring customer (refer-a-friend) that `referral` names, else the
 * owner of its link.
 */
export async function resolveReferrer(
  db: Kysely<Database>,
  program: ProgramRow,
  referral: Referral,
): Promise<Referrer | undefined> {
  const isAffiliate = program.type === 'affiliate'
  const named = namedIn(program, referral)
  const key = linkKeyOf(program, referral)
  const identifier = key === undefined ? named : { key }
  return isAffiliate
    ? findPartner(db, program.program_id, identifier)
    : findCustomer(db, program.program_id, identifier)
}

/** The key of the link that counts, as nobody is named beside it. */
export function linkKeyOf(program: ProgramRow, referral: Referral): string | undefined {
  const isNamed = Object.values(namedIn(program, referral)).some((value) => value !== undefined)
  return isNamed ? undefined : keyOfUrl(program, referral.referral_url ?? '')
}

const namedIn = ({ type }: ProgramRow, { partner, referring_customer }: Referral): Identifier =>
  (type === 'affiliate' ? partner : referring_customer) ?? {}

/** The same, if there may be credit: archived, pending and rejected ones get none. */
export async function resolveActiveReferrer(
  db: Kysely<Database>,
  program: ProgramRow,
  referral: Referral,
): Promise<Referrer | undefined> {
  const referrer = await resolveReferrer(db, program, referral)
  return referrer?.status === 'active' ? referrer : undefined
}
