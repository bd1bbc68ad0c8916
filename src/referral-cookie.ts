import { attempt } from './lib/attempt.js'
import { cookieDomains } from './lib/cookie-domains.js'
import { readCookie, setCookie } from './lib/cookies.js'

/**
 * Takes a cookie away, whatever it was written for. Reading after writing is slow in Chromium:
 * nothing is expired that is not there.
 */
export function removeCookie(name: string): void {
  if (!readCookie(name)) return
  for (const domain of cookieDomains()) setCookie(name, '', -1, domain)
}

/**
 * Writes a cookie for as much of the site as the browser lets us. Where cookies are forbidden, it
 * does nothing.
 *
 * @param days Lifetime.
 * @param domains To be tried in this order, see `cookieDomains`; a single one is not verified, as
 * reading after writing is slow, and Firefox tells each refusal on its console.
 * @returns The domain that the browser has accepted, alone.
 */
export function writeCookie(
  name: string,
  value: string,
  days: number,
  domains: readonly string[],
): readonly string[] {
  // A narrower one, as PartneroJS wrote it, would be read in place of the wide one.
  removeCookie(name)
  const accepted = attempt(() =>
    domains.find((domain) => {
      setCookie(name, value, days, domain)
      return domains.length < 2 || readCookie(name) === value
    }),
  )
  return [accepted || '']
}
