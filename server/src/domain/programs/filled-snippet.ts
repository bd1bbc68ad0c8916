import type { LinkDomainRow } from '../../store/database.js'
import { programSettings, type TrackedProgram } from './program-settings.js'

/**
 * The snippet for one program. It carries the program's settings, so that a page need not wait for
 * them; a setting that changes later has to be changed in the page as well.
 *
 * @param template `dist/snippet.html` with its placeholders.
 * @param furtherSites The program's, beside its own website.
 * @param serverUrl Origin of this server.
 */
export function filledSnippet(
  template: string,
  program: TrackedProgram & { program_id: string },
  furtherSites: Pick<LinkDomainRow, 'website'>[],
  serverUrl: string,
): string {
  const settings = literal({
    type: program.type,
    ...programSettings(program, furtherSites),
  }).replace('"consent":"gpc"', '"consent":navigator.globalPrivacyControl?"required":""')
  return template
    .replaceAll('https://POLLEN_HOST', serverUrl)
    .replaceAll('PROGRAM_ID', program.program_id)
    .replace(/(['"])load\1\)/, (load) => `${load.slice(0, -1)}, ${settings})`)
}

/** JSON that cannot end the script element that it stands in. */
const literal = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c')
