import type { Kysely } from 'kysely'
import type { Database, ProgramRow, ReferralLinkRow } from '../../store/database.js'
import { findLinkDomain } from '../../store/link-domains.js'
import { invalid } from '../invalid.js'

/** What a client says of a link, each member in either spelling. */
export interface ReferralLinkInput {
  key?: string | undefined
  domain_id?: number | undefined
  is_additional?: boolean | undefined
  isAdditional?: boolean | undefined
  direct_tracking?: boolean | undefined
  directTracking?: boolean | undefined
  direct_tracking_redirect?: boolean | undefined
  directTrackingRedirect?: boolean | undefined
  direct_tracking_redirect_url?: string | undefined
  directTrackingRedirectUrl?: string | undefined
}

/**
 * Reads what a client says of a link, its key aside.
 *
 * @returns Only what was said.
 * @throws PollenError `invalid` when there is no such domain.
 */
export async function readReferralLink(
  db: Kysely<Database>,
  { program_id }: ProgramRow,
  input: ReferralLinkInput,
): Promise<Partial<ReferralLinkRow>> {
  const { domain_id } = input
  if (domain_id !== undefined && !(await findLinkDomain(db, program_id, domain_id))) {
    throw invalid('domain_id', 'is that of no domain of this program')
  }
  const isAdditional = input.is_additional ?? input.isAdditional
  const isDirect = input.direct_tracking ?? input.directTracking
  const isRedirected = input.direct_tracking_redirect ?? input.directTrackingRedirect
  const redirectUrl = input.direct_tracking_redirect_url ?? input.directTrackingRedirectUrl
  return {
    ...(domain_id !== undefined && { domain_number: domain_id }),
    ...(isAdditional !== undefined && { is_additional: isAdditional ? 1 : 0 }),
    ...(isDirect !== undefined && { direct_tracking: isDirect ? 1 : 0 }),
    ...(isRedirected !== undefined && { direct_tracking_redirect: isRedirected ? 1 : 0 }),
    ...(redirectUrl !== undefined && { direct_tracking_redirect_url: redirectUrl }),
  }
}
