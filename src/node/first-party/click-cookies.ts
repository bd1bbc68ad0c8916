import { KEY_COOKIES, SESSION_COOKIE } from '../lib/cookie-names.js'
import { isKey } from '../lib/is-key.js'
import { type Program, settingsOf } from './program.js'
import { setCookie } from './set-cookie.js'

/**
 * The cookies to write when a click was answered: those that the script has just written, now from the
 * server, which browsers let live longer.
 *
 * A click that found nobody writes none: the script puts back who had the credit before. Nor does one
 * that was delivered late, after another link was followed: whose key stands decides.
 *
 * @param click What the script sent, as text.
 * @param answer What the server answered, as text.
 * @param standing The cookies of the request.
 * @param page The origin that the visitor sees.
 * @returns Values for `Set-Cookie`.
 */
export function clickCookies(
  program: Program,
  click: string,
  answer: string,
  standing: ReadonlyMap<string, string>,
  page: URL,
): string[] {
  const { key, session } = JSON.parse(click)
  if (!JSON.parse(answer).data?.partner) return []
  const settings = settingsOf(program)
  const cookies: [name: string, value: unknown][] = [
    [KEY_COOKIES[program.type], key],
    [SESSION_COOKIE, session],
  ]
  return cookies.flatMap(([name, value]) =>
    isKey(value) && (standing.get(name) ?? value) === value
      ? setCookie(name, value, settings, page)
      : [],
  )
}
