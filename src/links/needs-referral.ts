/** What of a program's settings says how far cookies reach. */
interface Reach {
  /** Every host of a site that has several; subdomains are included. */
  domains?: readonly string[]
  /** Domain of the cookies, by default the widest that the browser accepts. */
  cookie_domain?: string
}

/** Hosts without their port, which cookies do not mind, and without `www`. */
const site = (host: string): string => host.replace(/:\d+$/, '').replace(/^www\./, '')

const isWithin = (host: string, domain: string): boolean => `.${host}`.endsWith(`.${domain}`)

/** Whether a cookie that is written here is read there, as far as their names tell. */
function shareCookies(here: string, there: string, domain: string | undefined): boolean {
  if (domain) return [here, there].every((host) => isWithin(host, domain.replace(/^\./, '')))
  return isWithin(there, here) || isWithin(here, there)
}

/**
 * Whether a link to another host has to tell who referred the visitor: the host is one of the
 * program's, and does not know it by cookie.
 *
 * @param here The host of this page.
 * @param isRemembered Whether a cookie has the key here. Where the visitor has not agreed to that,
 * every link within the site has to carry it.
 */
export function needsReferral(
  there: string,
  here: string,
  { domains = [], cookie_domain }: Reach,
  isRemembered: boolean,
): boolean {
  const [from, to] = [site(here), site(there)]
  const isOwn = [from, ...domains.map(site)].some((domain) => isWithin(to, domain))
  return isOwn && !(isRemembered && shareCookies(from, to, cookie_domain))
}
