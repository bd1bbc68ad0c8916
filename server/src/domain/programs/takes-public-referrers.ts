import type { ProgramRow } from '../../store/database.js'
import { programSwitches } from './program-switches.js'

/** Whether anybody may have a link to refer others by, for an e-mail address; off unless it is said. */
export const takesPublicReferrers = (program: ProgramRow): boolean =>
  program.type === 'refer_a_friend' &&
  programSwitches(program).portal_settings.embeddable_form_enabled === true
