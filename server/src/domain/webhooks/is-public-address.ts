import ipaddr from 'ipaddr.js'

/**
 * Whether an address lies in the open internet: not in this machine, its network, a cloud's metadata
 * service, nor in any other range that IANA sets apart. IPv4 within IPv6 is judged as IPv4.
 *
 * @param address IPv4 or IPv6, without brackets.
 */
export const isPublicAddress = (address: string): boolean =>
  ipaddr.isValid(address) && ipaddr.process(address).range() === 'unicast'
