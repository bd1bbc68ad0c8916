import type { FirstParty } from './create-first-party.js'
import { type NodeRequest, toRequest } from './to-request.js'

/** What is asked of a response of `node:http`, Express or Connect. */
export interface NodeResponse {
  statusCode: number
  appendHeader(name: string, value: string): unknown
  end(body: Uint8Array): unknown
}

export interface NodeListenerOptions {
  /**
   * Tells the visitor's address. By default Express' `req.ip`, else the other end of the connection,
   * which behind a proxy is the proxy.
   */
  address?: ((request: NodeRequest) => string | undefined) | undefined
  /**
   * Also write the cookies of pages that a referral link led to; `false` by default, as a site that
   * asks for consent must not. See `landingCookies`.
   */
  capturesLandings?: boolean | undefined
}

/**
 * The handler as a listener of `node:http`, and as middleware of Express and Connect.
 *
 * @returns A function that passes on what is not the handler's, and answers 404 where there is no next.
 */
export function toNodeListener(
  firstParty: FirstParty,
  {
    address = ({ ip, socket }) => ip ?? socket.remoteAddress,
    capturesLandings = false,
  }: NodeListenerOptions = {},
): (
  request: NodeRequest,
  response: NodeResponse,
  next?: (error?: unknown) => void,
) => Promise<void> {
  return async (incoming, outgoing, next = notFound(outgoing)) => {
    const isOurs = urlOf(incoming).startsWith(`${firstParty.path}/`)
    // Most requests of a site are neither; they should not cost it anything.
    if (!isOurs && !(capturesLandings && incoming.method === 'GET')) return next()
    try {
      const request = webRequest(incoming)
      const answer = request && (await firstParty.handle(request, { address: address(incoming) }))
      if (answer) return await send(answer, outgoing)
      if (request && capturesLandings) {
        for (const cookie of firstParty.landingCookies(request)) {
          outgoing.appendHeader('set-cookie', cookie)
        }
      }
    } catch (error) {
      return next(error)
    }
    next()
  }
}

const urlOf = ({ originalUrl, url }: NodeRequest): string => originalUrl ?? url ?? '/'

/** What the Web knows no request for is not ours either. */
function webRequest(incoming: NodeRequest): Request | undefined {
  try {
    return toRequest(incoming)
  } catch {
    return undefined
  }
}

async function send(answer: Response, outgoing: NodeResponse): Promise<void> {
  outgoing.statusCode = answer.status
  for (const [name, value] of answer.headers) outgoing.appendHeader(name, value)
  outgoing.end(new Uint8Array(await answer.arrayBuffer()))
}

const notFound = (outgoing: NodeResponse) => (error?: unknown) => {
  outgoing.statusCode = error === undefined ? 404 : 500
  outgoing.end(new Uint8Array())
}
