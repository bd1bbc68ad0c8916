import type { ProgramRow } from '../../store/database.js'

export type Switches = Record<string, boolean | undefined>

/** What was switched on or off; what never was, is not there. */
export const programSwitches = ({
  switches,
}: Pick<ProgramRow, 'switches'>): { program_settings: Switches; portal_settings: Switches } => ({
  program_settings: {},
  portal_settings: {},
  ...JSON.parse(switches),
})
