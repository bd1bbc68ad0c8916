/**
 * The domains that a cookie of this host may be set for, the widest first: `shop.example`, then
 * `www.shop.example`, then `''`, which stands for the host alone. IP addresses and single labels
 * such as `localhost` have only that.
 *
 * Which of them strangers share (`co.uk`, `github.io`) only the browser knows: it keeps no such cookie.
 */
export const cookieDomains = (hostname: string): string[] =>
  // Where the last label ends in a digit, it is an IPv4 address: no top-level domain does.
  /\d$/.test(hostname)
    ? ['']
    : hostname
        .split('.')
        .map((_, index, labels) => labels.slice(-1 - index).join('.'))
        .slice(1)
        .concat('')
