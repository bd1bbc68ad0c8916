import type { LinkDomainRow, ProgramRow } from '../../store/database.js'

/** What the tracking script has to know of a program; also what our snippet carries. */
export interface ProgramSettings {
  /** Days, or as long as browsers allow. */
  cookie_time: number | 'lifetime'
  url_format: ProgramRow['url_format']
  query_param: string
  link_param: string
  /** Further names in the query, if there are any. */
  query_params?: string[]
  attribution: ProgramRow['attribution']
  /** Of the cookies, where it is not to be the widest that browsers accept. */
  cookie_domain?: string
  /** Who has to agree before anything is kept: all visitors, or those whose browser sends GPC. */
  consent?: 'required' | 'gpc'
  /** Every host of a site that has several, the program's own first; links between them tell who referred. */
  domains?: string[]
}

/** The columns that the settings are made of. */
export type TrackedProgram = Pick<
  ProgramRow,
  | 'type'
  | 'website'
  | 'cookie_lifetime_days'
  | 'url_format'
  | 'parameter'
  | 'query_params'
  | 'attribution'
  | 'cookie_domain'
  | 'consent'
>

/** @param furtherSites The program's, beside its own website. */
export function programSettings(
  program: TrackedProgram,
  furtherSites: Pick<LinkDomainRow, 'website'>[],
): ProgramSettings {
  const further: string[] = JSON.parse(program.query_params)
  const hosts = new Set([program, ...furtherSites].map(({ website }) => new URL(website).host))
  return {
    cookie_time: program.cookie_lifetime_days ?? 'lifetime',
    url_format: program.url_format,
    query_param: program.parameter,
    link_param: program.parameter,
    ...(further.length > 0 && { query_params: further }),
    attribution: program.attribution,
    ...(program.cookie_domain !== null && { cookie_domain: program.cookie_domain }),
    ...(program.consent !== 'not_required' && { consent: program.consent }),
    ...(hosts.size > 1 && { domains: [...hosts] }),
  }
}
