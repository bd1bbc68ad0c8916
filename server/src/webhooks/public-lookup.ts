import { lookup as lookupAddresses } from 'node:dns'
import type { LookupFunction } from 'node:net'
import { isPublicAddress } from '../domain/webhooks/is-public-address.js'
import { PrivateAddressError } from './private-address-error.js'

/** The part of Node's `dns.lookup` that is called here. */
export type LookupAll = (
  hostname: string,
  options: { all: true },
  callback: (
    error: NodeJS.ErrnoException | null,
    addresses: { address: string; family: number }[],
  ) => void,
) => void

/**
 * A `lookup` for sockets that knows public addresses only. The socket connects to the very address
 * that was judged, so a name that resolves differently the next moment changes nothing.
 */
export const publicLookup =
  (lookupAll: LookupAll = lookupAddresses): LookupFunction =>
  (hostname, options, callback) => {
    lookupAll(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, '')
      const [first, ...others] = addresses.filter(({ address }) => isPublicAddress(address))
      if (!first) callback(new PrivateAddressError(hostname), '')
      else if (options.all) callback(null, [first, ...others])
      else callback(null, first.address, first.family)
    })
  }
