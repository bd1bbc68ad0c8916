import { encodeCookieValue } from '../../lib/encode-cookie-value.js'
import { cookieDays, type ProgramSettings } from '../../program-settings.js'
import { cookieDomain } from './cookie-domain.js'

const SECONDS_PER_DAY = 86_400

/**
 * One `Set-Cookie` header, alike in name, value and scope to what the script writes, so that there is
 * one cookie and not two. Scripts may read it: the tracking script has to.
 *
 * @param page The origin that the visitor sees.
 */
export function setCookie(
  name: string,
  value: string,
  settings: ProgramSettings,
  page: URL,
): string {
  const domain = cookieDomain(page.hostname, settings.cookie_domain)
  return [
    `${name}=${encodeCookieValue(value)}`,
    'Path=/',
    `Max-Age=${Math.round(cookieDays(settings) * SECONDS_PER_DAY)}`,
    'SameSite=Lax',
    domain && `Domain=${domain}`,
    page.protocol === 'https:' && 'Secure',
  ]
    .filter(Boolean)
    .join('; ')
}
