import { attempt } from './attempt.js'
import { encodeCookieValue } from './encode-cookie-value.js'

/**
 * The value of a cookie, decoded; `''` where there is none, and `undefined` where cookies are
 * forbidden, as in sandboxed frames. Quotes that some servers put around a value (RFC 6265, section
 * 4.1.1) are not part of it.
 */
export const readCookie = (name: string): string | undefined =>
  attempt(() => {
    const rest = `; ${document.cookie}`.split(`; ${name}=`)[1] || ''
    const kept = (rest.split(';')[0] as string).replace(/"/g, '')
    // A pattern takes a while to compile when it is first used; most keys do without.
    return /%/.test(kept) ? kept.replace(/(%[\da-f]{2})+/gi, decodeURIComponent) : kept
  })

/**
 * Sets a cookie for this path and all below; the browser may refuse it without a word.
 *
 * @param days Lifetime; negative to remove.
 * @param domain `''` for this host alone.
 * @throws Where cookies are forbidden.
 */
export function setCookie(name: string, value: string, days: number, domain: string): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API answers too late for a page that is being left
  document.cookie =
    `${name}=${encodeCookieValue(value)}; Path=/; SameSite=Lax; Max-Age=${days * 86_400}` +
    (domain && `; Domain=${domain}`) +
    (location.href.startsWith('https') ? '; Secure' : '')
}
