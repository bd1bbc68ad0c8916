/** What the script has to know of a program, under the names of the settings script. */
export interface ProgramSettings {
  /** Who refers: partners (`affiliate`), or customers their friends. All else has a default. */
  type?: 'affiliate' | 'refer_a_friend'
  /** Days that a referral is remembered, 30 by default; `'lifetime'` for as long as browsers allow. */
  cookie_time?: number | string
  /**
   * Where links carry the key: `?aff=KEY` (`query`, the default) or `/aff/KEY` (`link`). Where it is
   * in the path, the query counts as well, for links that were made before.
   */
  url_format?: 'query' | 'link'
  /** Name of the query parameter; by default `aff` for affiliates and `ref` for friends. */
  query_param?: string
  /** Name of the path segment, where `url_format` is `link`; by default as `query_param`. */
  link_param?: string
  /** Further query parameters that carry a key. */
  query_params?: readonly string[]
  /** Who of several referrers gets the credit: the last (`last_click`, the default) or the first. */
  attribution?: 'last_click' | 'first_click'
  /** Domain of the cookies, by default the widest that the browser accepts. */
  cookie_domain?: string
  /** Every host name of a site that has several; subdomains are included. Links between them tell who referred. */
  domains?: readonly string[]
  /** `'required'`: nothing is kept in the browser before the visitor has agreed. */
  consent?: 'required' | '' | undefined
  /** Purposes of the IAB's framework that all have to be agreed to; `[1]` by default. */
  consent_purposes?: readonly number[]
  /** Which storage of Google's consent mode has to be granted; `ad_storage` by default. */
  consent_storage?: 'ad_storage' | 'analytics_storage'
}

/** Chrome keeps no cookie longer: https://developer.chrome.com/blog/cookie-max-age-expires */
const LONGEST_DAYS = 400

/** How many days the cookies of a program live. */
export const cookieDays = ({ cookie_time: time }: ProgramSettings): number =>
  time === 'lifetime' ? LONGEST_DAYS : Math.min(+(time as string) || 30, LONGEST_DAYS)

/** Back ends and SDKs read the key under these names: a partner's, a referring customer's. */
export const REFERRAL_COOKIES: readonly string[] = ['partnero_partner', 'partnero_referral']

/** The visitor's id among those who were referred; nobody else has one. */
export const SESSION_COOKIE = 'partnero_session_uuid'

/** All that the script ever writes. */
export const VISITOR_COOKIES = REFERRAL_COOKIES.concat(SESSION_COOKIE)

/** What the names of stored items begin with; a program's id follows. */
export const ITEM_PREFIX = 'pollen_'

/** The cookies that hold the key; both while it is not known what kind of program this is. */
export const cookieNames = ({ type }: ProgramSettings): readonly string[] =>
  type ? [REFERRAL_COOKIES[type === 'affiliate' ? 0 : 1] as string] : REFERRAL_COOKIES

/** The query parameters that carry a key, the preferred one first; the usual ones while unknown. */
export const parameterNames = ({ type, query_param, query_params }: ProgramSettings): string[] =>
  type
    ? [query_param || (type === 'affiliate' ? 'aff' : 'ref'), ...(query_params || [])]
    : ['aff', 'ref', 'via']
