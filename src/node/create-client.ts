import { createSender } from './client/create-sender.js'
import { type Resources, resources } from './client/resources.js'
import { baseUrl } from './lib/base-url.js'

export interface ClientOptions {
  /** The program's key: `pollen_ABCDEFGH_…`. It never stands in an error. */
  apiKey: string
  /** The server: `https://pollen.example`, to which `/v1` is added; with a path it is taken as it is. */
  host: string
  /** How long one try may take, in milliseconds; 10,000 by default. */
  timeoutMs?: number | undefined
  /** How often a call that failed is made again, where that is safe; 2 by default, 0 for never. */
  retries?: number | undefined
  /** Instead of the global one, for a proxy or a test. */
  fetch?: typeof fetch | undefined
}

export type Client = Resources

/**
 * A client of the REST API.
 *
 * Every call resolves to the `data` of the answer and rejects with a `PollenError`. A network that
 * fails, a time-out and the statuses 408, 429 and 5xx are tried again with growing pauses, and
 * `Retry-After` is kept to; but only where a second time does no harm, which see `Resources`.
 *
 * @throws TypeError for a key or host that cannot be one.
 */
export function createClient({
  apiKey,
  host,
  timeoutMs = 10_000,
  retries = 2,
  fetch = (...request) => globalThis.fetch(...request),
}: ClientOptions): Client {
  // Said here, because the runtime's own error for a key with a line break would show it.
  if (typeof apiKey !== 'string' || !/^[\x21-\x7e]+$/.test(apiKey)) {
    throw new TypeError('createClient() needs `apiKey`, as `program create` showed it.')
  }
  const base = baseUrl(host, '/v1', 'createClient()')
  return resources(createSender({ apiKey, base, timeoutMs, retries, fetch }))
}
