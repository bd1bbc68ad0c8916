import type { Kysely } from 'kysely'
import { referralUrl } from '../domain/partners/referral-url.js'
import type { Database, LinkDomainRow, ProgramRow, ReferralLinkRow } from '../store/database.js'
import { listLinkDomains } from '../store/link-domains.js'
import { findReferrersByUid } from '../store/referrers.js'

/** Links, each with its address and owner. */
export async function referralLinkRecords(
  db: Kysely<Database>,
  program: ProgramRow,
  links: ReferralLinkRow[],
) {
  const ownerUids = [...new Set(links.map(({ owner_uid }) => owner_uid))]
  const owners = await findReferrersByUid(db, program, ownerUids)
  const domains = await listLinkDomains(db, program.program_id)
  return links.map((link) => {
    const owner = owners.get(link.owner_uid)
    const domain = domains.find(({ number }) => number === link.domain_number)
    return {
      id: link.key,
      key: link.key,
      url: referralUrl(domain ? { ...program, website: domain.website } : program, link.key),
      default: owner?.key === link.key,
      domain_id: domain ? String(domain.number) : null,
      is_additional: link.is_additional === 1,
      direct_tracking: link.direct_tracking === 1,
      direct_tracking_redirect: link.direct_tracking_redirect === 1,
      direct_tracking_redirect_url: link.direct_tracking_redirect_url,
      [program.type === 'affiliate' ? 'partner' : 'customer']: owner?.id ?? null,
    }
  })
}

/** Where links may lead: the program's own website, which has no id, or a further one. */
export const linkDomainRecord = (program: ProgramRow, domain: LinkDomainRow | undefined) => {
  const website = domain?.website ?? program.website
  return {
    id: domain ? String(domain.number) : null,
    domain: website,
    url: referralUrl({ ...program, website }, ''),
    is_additional: domain !== undefined,
  }
}
