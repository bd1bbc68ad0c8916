import type { ProgramRow } from '../store/database.js'

/** What the tracking script has to know of a program; also what our snippet carries. */
export interface ProgramSettings {
  /** Days, or as long as browsers allow. */
  cookie_time: number | 'lifetime'
  url_format: ProgramRow['url_format']
  query_param: string
  link_param: string
  attribution: ProgramRow['attribution']
}

/** The columns that the settings are made of. */
export type TrackedProgram = Pick<
  ProgramRow,
  'type' | 'cookie_lifetime_days' | 'url_format' | 'parameter' | 'attribution'
>

export const programSettings = (program: TrackedProgram): ProgramSettings => ({
  cookie_time: program.cookie_lifetime_days ?? 'lifetime',
  url_format: program.url_format,
  query_param: program.parameter,
  link_param: program.parameter,
  attribution: program.attribution,
})
