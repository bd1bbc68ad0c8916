import { parseWebsite } from './parse-website.js'

/** Names with dots between them, maybe a port: `checkout.example`. */
const HOST = /^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+(:\d{1,5})?$/u

/**
 * Reads a further website of a program, which may be given as a host or as an address.
 *
 * @returns `https://checkout.example` for `checkout.example`; `undefined` when it is neither.
 */
export const parseDomain = (value: string): string | undefined =>
  parseWebsite(HOST.test(value) ? `https://${value}` : value)
