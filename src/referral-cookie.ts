import Cookies from 'js-cookie'
import { attempt } from './lib/attempt.js'
import { cookieDomains } from './lib/cookie-domains.js'
import { encodeCookieValue } from './lib/encode-cookie-value.js'

const jar = Cookies.withConverter({ write: encodeCookieValue })

/** The value, decoded; `undefined` where there is none, or where cookies are forbidden. */
export const readCookie = (name: string): string | undefined => attempt(() => jar.get(name))

/**
 * Writes a cookie for as much of the site as the browser lets us. Where cookies are forbidden, it
 * does nothing.
 *
 * @param days Lifetime; negative to remove.
 * @param domain By default the widest that the browser accepts. One that it does not accept is as
 * good as none: better a cookie of this host alone than a lost key.
 */
export function writeCookie(name: string, value: string, days: number, domain?: string): void {
  attempt(() => {
    const domains = domain ? [domain, ''] : cookieDomains(location.hostname)
    const secure = location.protocol === 'https:'
    const set = (domain: string, value: string, expires: number) =>
      jar.set(name, value, { domain, expires, sameSite: 'Lax', secure })
    // A narrower one, as PartneroJS wrote it, would be read in place of the wide one. Reading after
    // writing is slow in Chromium: nothing is expired that is not there.
    if (jar.get(name) !== undefined) for (const domain of domains) set(domain, '', -1)
    domains.some((domain) => {
      set(domain, value, days)
      return jar.get(name) === value
    })
  })
}
