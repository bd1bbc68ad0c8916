import { landingKey } from '../../landing-key.js'
import { KEY_COOKIES } from '../lib/cookie-names.js'
import { isKey } from '../lib/is-key.js'
import { type Program, settingsOf } from './program.js'
import { setCookie } from './set-cookie.js'

/**
 * The cookies to write with a page that a referral link led to.
 *
 * Only where no key stands: whether another key is anybody's is not known before the click is answered,
 * and launch sites append a `?ref=` of their own.
 *
 * @param url Of the page, as it was asked for.
 * @param standing The cookies of the request.
 * @param page The origin that the visitor sees.
 * @returns Values for `Set-Cookie`.
 */
export function landingCookies(
  programs: readonly Program[],
  url: string,
  standing: ReadonlyMap<string, string>,
  page: URL,
): string[] {
  return programs.flatMap((program) => {
    const settings = settingsOf(program)
    const name = KEY_COOKIES[program.type]
    const key = landingKey(url, settings)
    return isKey(key) && !standing.has(name) ? setCookie(name, key, settings, page) : []
  })
}
