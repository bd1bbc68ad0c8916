import type { Kysely } from 'kysely'
import type { Database, ProgramRow } from '../store/database.js'
import { deleteLinkDomain, insertLinkDomain, listLinkDomains } from '../store/link-domains.js'
import { nextNumber } from '../store/next-number.js'
import { hasLinksOnDomain } from '../store/referral-links.js'
import { invalid } from './invalid.js'
import { parseWebsite } from './parse-website.js'

/**
 * Says which websites links may lead to beside the program's own. Those that stay keep their numbers.
 *
 * @param trx A database transaction.
 * @param now Milliseconds since the epoch.
 * @throws PollenError `invalid` for what is no web address, and for one to go that links lead to.
 */
export async function setLinkDomains(
  trx: Kysely<Database>,
  { program_id }: ProgramRow,
  addresses: string[],
  now: number,
): Promise<void> {
  const field = 'settings.additional_domains'
  const websites = new Set(
    addresses.map((address) => {
      const website = parseWebsite(address)
      if (website === undefined) throw invalid(field, `must be web addresses: "${address}" is none`)
      return website
    }),
  )
  const standing = await listLinkDomains(trx, program_id)
  for (const domain of standing) {
    if (websites.has(domain.website)) continue
    if (await hasLinksOnDomain(trx, program_id, domain.number)) {
      throw invalid(field, `must keep "${domain.website}", which referral links lead to`)
    }
    await deleteLinkDomain(trx, domain)
  }
  const known = new Set(standing.map(({ website }) => website))
  for (const website of websites) {
    if (known.has(website)) continue
    const number = await nextNumber(trx, program_id, 'link_domain')
    await insertLinkDomain(trx, { program_id, number, website, created_at: now })
  }
}
