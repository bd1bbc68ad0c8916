import { KEY_COOKIES, SESSION_COOKIE } from './lib/cookie-names.js'
import { type HeadersLike, headerOf } from './lib/headers-like.js'
import { isKey } from './lib/is-key.js'
import { parseCookies } from './lib/parse-cookies.js'

/** Who referred a visitor. Members that are not known are absent. */
export interface Referral {
  /** Key of the partner, from an affiliate program. */
  partner?: string
  /** Key of the referring customer, from a refer-a-friend program. */
  referral?: string
  /** UUID of the visitor. */
  session?: string
}

/**
 * Tells who referred the visitor that sends this request, from the cookies that the script or the
 * first-party handler wrote.
 *
 * @param source A Fetch `Request`, Node's, Express' or Fastify's request, its headers in any shape, or
 *   the text of the `Cookie` header.
 * @returns The keys exactly as they stood in the link; `{}` for a visitor nobody referred.
 */
export function referral(source: string | HeadersLike | { headers: HeadersLike }): Referral {
  const cookies = parseCookies(cookieHeader(source))
  const read = (member: keyof Referral, cookie: string): Referral => {
    const value = cookies.get(cookie)
    return isKey(value) ? { [member]: value } : {}
  }
  return {
    ...read('partner', KEY_COOKIES.affiliate),
    ...read('referral', KEY_COOKIES.refer_a_friend),
    ...read('session', SESSION_COOKIE),
  }
}

function cookieHeader(source: string | HeadersLike | { headers: HeadersLike }): string | undefined {
  if (typeof source === 'string') return source
  return headerOf(hasHeaders(source) ? source.headers : source, 'cookie')
}

const hasHeaders = (source: object): source is { headers: HeadersLike } =>
  'headers' in source && typeof source.headers === 'object'
