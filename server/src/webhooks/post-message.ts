import { request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { isPrivateHost } from '../domain/webhooks/is-private-host.js'
import { PrivateAddressError } from './private-address-error.js'
import { publicLookup } from './public-lookup.js'

/** How long a receiver may take, from looking up its name to its answer. */
const TIMEOUT_MS = 5000

export interface Message {
  url: string
  headers: Record<string, string>
  body: string
}

/** What came of it; `error` is `null` when the message arrived. */
export interface Outcome {
  statusCode: number | null
  error: string | null
}

/**
 * Sends a message once. It arrived when the answer is 2xx; a redirect is not followed, because it
 * could lead anywhere.
 *
 * @param allowPrivate Whether to send to this machine and its network too.
 */
export async function postMessage(message: Message, allowPrivate: boolean): Promise<Outcome> {
  const timeout = AbortSignal.timeout(TIMEOUT_MS)
  try {
    const statusCode = await post(message, allowPrivate, timeout)
    return { statusCode, error: problem(statusCode) }
  } catch (error) {
    return { statusCode: null, error: timeout.aborted ? TOO_SLOW : reason(error) }
  }
}

const TOO_SLOW = `There was no answer within ${TIMEOUT_MS / 1000} seconds.`

function problem(statusCode: number): string | null {
  if (statusCode >= 200 && statusCode < 300) return null
  if (statusCode < 400) return `The answer was ${statusCode}; redirects are not followed.`
  return `The answer was ${statusCode}, not 2xx.`
}

/** Node reports one refused connection per address as an AggregateError with an empty message. */
const reason = (error: unknown): string =>
  error instanceof AggregateError
    ? error.errors.map(reason).join(', ')
    : error instanceof Error
      ? error.message
      : String(error)

function post(
  { url, headers, body }: Message,
  allowPrivate: boolean,
  signal: AbortSignal,
): Promise<number> {
  const target = new URL(url)
  if (!allowPrivate && isPrivateHost(target)) throw new PrivateAddressError(target.hostname)
  const request = target.protocol === 'https:' ? requestHttps : requestHttp
  return new Promise((resolve, reject) => {
    const sent = request(
      target,
      {
        method: 'POST',
        headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) },
        // A connection of its own: one kept from earlier may be closed by now.
        agent: false,
        signal,
        ...(!allowPrivate && { lookup: publicLookup() }),
      },
      (response) => {
        // Of the body nothing is wanted, but the connection ends well only when it is read.
        response.on('error', () => {}).resume()
        resolve(response.statusCode ?? 0)
      },
    )
    sent.on('error', reject)
    sent.end(body)
  })
}
