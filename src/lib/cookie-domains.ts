/**
 * The domains that a cookie of this host may be set for, the widest first: `shop.example`, then
 * `www.shop.example`, then `''`, which stands for the host alone. A single label such as `localhost`
 * has only that.
 *
 * Which of them strangers share (`co.uk`, `github.io`), or mean nothing (`0.0.1`), only the browser
 * knows: it keeps no such cookie.
 */
export const cookieDomains = (hostname = location.hostname): string[] =>
  hostname
    .split('.')
    .map((_, index, labels) => labels.slice(-1 - index).join('.'))
    .slice(1)
    .concat('')
