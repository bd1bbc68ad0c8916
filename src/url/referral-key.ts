import { attempt } from '../lib/attempt.js'
import { type ProgramSettings, parameterNames } from '../program-settings.js'

/** Scheme, what is between it and the fragment, the fragment: RFC 3986, appendix B. */
const ADDRESS = /^([a-z][a-z\d+.-]*):([^#]*)#?(.*)$/is

const decoded = (text: string) => attempt(() => decodeURIComponent(text)) ?? text

/** A query's value is a form's: `+` is a space. */
const decodedValue = (text: string) => decoded(text.replace(/\+/g, ' '))

/** 1 to 255 characters, none of them a control character. */
const isKey = (key: string | undefined): key is string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: not every engine of mobile apps knows \p{Cc}
  !!key && !/[\0-\x1f\x7f-\x9f]/.test(key) && Array.from(key).length <= 255

/**
 * Reads the referral key from the address that opened an app: a link to the site
 * (`https://shop.example/?aff=jane`), or one of the app's own (`myapp://welcome?aff=jane`,
 * `myapp://aff/jane`).
 *
 * Text in, text out: it needs neither a page nor `URL`, of which React Native has only a part.
 *
 * @param settings How the program's links look; without any, `aff`, `ref` and `via` count.
 * @returns The decoded key, or `undefined` when there is nobody to credit.
 */
export function referralKey(url: string, settings: ProgramSettings = {}): string | undefined {
  const [, scheme = '', address = '', fragment = ''] = ADDRESS.exec(url.trim()) ?? []
  const names = parameterNames(settings)
  const [place = '', ...queries] = address.split('?')
  // A site's host is no part of the path; in an app's own addresses the path may begin there.
  const segments = (/^https?$/i.test(scheme) ? place.replace(/^\/\/[^/]*/, '') : place).split('/')
  const at = segments.indexOf(settings.link_param || (names[0] as string))
  const inPath = settings.url_format === 'link' && at >= 0 ? segments[at + 1] : undefined
  // Hash routers have a query behind the fragment.
  const pairs = [...queries.join('?').split('&'), ...fragment.replace(/[^?]*\??/, '').split('&')]
  const inQuery = (name: string) =>
    pairs.find((pair) => decodedValue(pair.replace(/=.*/s, '')) === name)?.replace(/^[^=]*=?/, '')
  return [
    inPath && attempt(() => decodeURIComponent(inPath)),
    ...names.map((name) => decodedValue(inQuery(name) ?? '')),
  ].find(isKey)
}
