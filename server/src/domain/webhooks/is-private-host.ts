import { isIP } from 'node:net'
import { isPublicAddress } from './is-public-address.js'

/**
 * Whether a URL leads to a private address on its face: by an address instead of a name, which needs no
 * look-up, or by a name of this machine (https://www.rfc-editor.org/rfc/rfc6761#section-6.3).
 */
export function isPrivateHost({ hostname }: URL): boolean {
  const host = hostname.replace(/^\[(.*)\]$/, '$1').replace(/\.$/, '')
  if (isIP(host)) return !isPublicAddress(host)
  return host === 'localhost' || host.endsWith('.localhost')
}
