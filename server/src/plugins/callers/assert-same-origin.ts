import type { FastifyRequest } from 'fastify'
import { PollenError } from '../../errors/pollen-error.js'

/** Those that change nothing: https://www.rfc-editor.org/rfc/rfc9110#section-9.2.1 */
const SAFE = ['GET', 'HEAD', 'OPTIONS']

/**
 * Refuses what the page of another origin would change in the name of whoever is signed in. Browsers
 * say it themselves in `Sec-Fetch-Site` (https://www.w3.org/TR/fetch-metadata/), older ones in
 * `Origin`. Who sends neither is no browser, and no page could have made it do so.
 *
 * @param serverUrl Our own origin. Of one that is compared, only the host counts: a proxy in front may
 *   speak https where we do not know of it.
 * @throws PollenError `cross_origin`
 */
export function assertSameOrigin({ method, headers }: FastifyRequest, serverUrl: string): void {
  if (SAFE.includes(method)) return
  const { 'sec-fetch-site': site, origin } = headers
  const isOwn =
    site === undefined
      ? origin === undefined || isSameHost(origin, serverUrl)
      : site === 'same-origin' || site === 'none'
  if (!isOwn) throw new PollenError('cross_origin')
}

const isSameHost = (origin: string, serverUrl: string): boolean =>
  URL.canParse(origin) && new URL(origin).host === new URL(serverUrl).host
