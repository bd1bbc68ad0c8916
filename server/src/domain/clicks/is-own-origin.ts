import { LRUCache } from 'lru-cache'
import type { ProgramRow } from '../../store/database.js'

/** `localhost`, names below it, 127.0.0.0/8 and ::1, as the URL parser writes them. */
const THIS_MACHINE = /^(.+\.)?localhost$|^127(\.\d{1,3}){3}$|^\[::1\]$/

/** Events come from the same pages again and again, and reading an address is slow. By characters. */
const hosts = new LRUCache<string, string>({
  maxSize: 500_000,
  sizeCalculation: (host, address) => address.length + host.length + 1,
})

/** The host of an address, empty for what is none. */
function hostOf(address: string): string {
  const known = hosts.get(address)
  if (known !== undefined) return known
  const host = URL.canParse(address) ? new URL(address).hostname : ''
  hosts.set(address, host)
  return host
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
  const host = hostOf(page)
  if (THIS_MACHINE.test(host)) return true
  return websites.some((website) => {
    const site = hostOf(website).replace(/^www\./, '')
    return site !== '' && (host === site || host.endsWith(`.${site}`))
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
