import { LRUCache } from 'lru-cache'
import type { ProgramRow } from '../store/database.js'

/** `localhost`, names below it, 127.0.0.0/8 and ::1, as the URL parser writes them. */
const THIS_MACHINE = /^(.+\.)?localhost$|^127(\.\d{1,3}){3}$|^\[::1\]$/

/** Every event is compared with the same few websites, and reading an address is slow. */
const sites = new LRUCache<string, string>({ max: 5000 })

/** The host of a website without its `www.`. */
function siteOf(website: string): string {
  const site = sites.get(website) ?? new URL(website).hostname.replace(/^www\./, '')
  sites.set(website, site)
  return site
}

/**
 * Whether a page belongs to a site: the host of one of its websites or any name below it. `www.` in a
 * website's host stands for the whole domain, as people mean it. Ports and schemes do not matter. A
 * page on the visitor's own machine belongs to every site: it can only be its developer's.
 *
 * @param page An origin or an address, as a browser says it; `null` for an opaque origin is nobody's.
 * @param websites As addresses: `https://www.shop.example/start`.
 */
export function isOwnOrigin(page: string, websites: string[]): boolean {
  if (!URL.canParse(page)) return false
  const { hostname } = new URL(page)
  if (THIS_MACHINE.test(hostname)) return true
  return websites.some((website) => {
    const site = siteOf(website)
    return hostname === site || hostname.endsWith(`.${site}`)
  })
}

/** The program's own website, and the domain that its cookies are set for, if one is named. */
export const ownWebsites = ({
  website,
  cookie_domain,
}: Pick<ProgramRow, 'website' | 'cookie_domain'>): string[] => [
  website,
  ...(cookie_domain === null ? [] : [`https://${cookie_domain}`]),
]
