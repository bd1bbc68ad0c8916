import type { Kysely } from 'kysely'
import type { Database, ProgramRow } from '../../store/database.js'
import { deleteLinkDomain, insertLinkDomain, listLinkDomains } from '../../store/link-domains.js'
import { hasLinksOnDomain } from '../../store/referral-links.js'
import { nextNumber } from '../../store/statements/next-number.js'
import { invalid } from '../invalid.js'
import { parseDomain } from './parse-domain.js'

/**
 * Says which websites a program has beside its own: links may lead to them. Those that stay keep their
 * numbers.
 *
 * @param addresses Hosts (`checkout.example`) or addresses (`https://eu.shop.example/start`).
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
  const field = 'settings.domains'
  const websites = new Set(
    addresses.map((address) => {
      const website = parseDomain(address)
      if (website === undefined)
        throw invalid(field, `must be hosts or web addresses: "${address}" is neither`)
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
