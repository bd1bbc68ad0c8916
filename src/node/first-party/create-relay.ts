import { parseCookies } from '../lib/parse-cookies.js'
import { boundedText } from './bounded-text.js'
import { clickCookies } from './click-cookies.js'
import { pageOrigin } from './page-origin.js'
import { problemAnswer } from './problem-answer.js'
import type { Program } from './program.js'
import type { PassedRoute } from './route.js'
import type { PassedAnswer, Upstream } from './upstream.js'
import { visitorHeaders } from './visitor-headers.js'

/** Bytes. The server takes no more. */
const BODY_LIMIT = 16 * 1024

/**
 * Passes events and the questions of widgets on, and writes the cookies of a click that was answered.
 *
 * @param source.program Rejects while the server has never told.
 */
export function createRelay(
  source: Pick<Upstream, 'pass'> & { program(id: string): Promise<Program> },
): (request: Request, route: PassedRoute, address: string | undefined) => Promise<Response> {
  /** A click that was answered stays so, even if its cookies cannot be made. */
  async function cookiesOf(request: Request, id: string, click: string, answer: string) {
    const standing = parseCookies(request.headers.get('cookie'))
    try {
      return clickCookies(await source.program(id), click, answer, standing, pageOrigin(request))
    } catch {
      return []
    }
  }

  return async (request, { program, resource }, address) => {
    const { method } = request
    const body = method === 'POST' ? await boundedText(request, BODY_LIMIT) : ''
    if (body === undefined) return problemAnswer(413, 'The body is too large.')
    const asksReferrals = resource === 'referrals'
    const query = asksReferrals ? new URL(request.url).search : ''
    let answer: PassedAnswer
    try {
      answer = await source.pass(`${program}/${resource}${query}`, {
        method,
        headers: visitorHeaders(request, address, asksReferrals),
        body: body || undefined,
      })
    } catch {
      // The script keeps what is answered so, and sends it again; a widget offers another try.
      return problemAnswer(503, 'The tracking server cannot be reached; try again later.')
    }
    const { status, text, contentType, retryAfter } = answer
    const isAnsweredClick = resource === 'clicks' && status < 300
    const cookies = isAnsweredClick ? await cookiesOf(request, program, body, text) : []
    return new Response(text, {
      status,
      headers: [
        ['content-type', contentType ?? 'application/json'],
        ['cache-control', 'no-store'],
        ...(retryAfter === undefined ? [] : [['retry-after', retryAfter] as [string, string]]),
        ...cookies.map((cookie): [string, string] => ['set-cookie', cookie]),
      ],
    })
  }
}
