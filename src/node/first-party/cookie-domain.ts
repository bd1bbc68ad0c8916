/** Dotted numbers, or anything with a colon: domains are for names, not for addresses. */
const ADDRESS = /^[\d.]+$|:/

/**
 * The `Domain` of a cookie, for the one scope that the script's own cookie has too.
 *
 * The script asks the browser for the widest domain; a server cannot. It takes the last two labels,
 * which is either what the script found, or a domain shared by strangers (`co.uk`), where browsers
 * ignore the header and the script's cookie stands alone. Never are there two.
 *
 * @param hostname Of the page.
 * @param wanted What the operator set, if anything: `shop.example`.
 * @returns `''` for the host alone: an address, a single label, or no part of what was set.
 */
export function cookieDomain(hostname: string, wanted: string | undefined): string {
  if (wanted) return `.${hostname}`.endsWith(`.${wanted}`) ? wanted : ''
  const labels = hostname.split('.')
  return ADDRESS.test(hostname) || labels.length < 2 ? '' : labels.slice(-2).join('.')
}
