import { cookieDays, type ProgramSettings } from '../../program-settings.js'

/** A program as the server describes it to scripts, and this handler after it. */
export interface Program {
  public_id: string
  name: string
  type: 'affiliate' | 'refer_a_friend'
  settings: Omit<ProgramSettings, 'type'>
}

/** The same settings with the type among them, as the rules of the script take them. */
export const settingsOf = ({ type, settings }: Program): ProgramSettings => ({ ...settings, type })

/**
 * Reads the server's answer about a program, and fits it to cookies that the site's own server writes.
 *
 * A lifetime without end becomes the longest in days: with `lifetime` the script would write the cookie
 * again at every visit, and Safari would keep that one for seven days only.
 *
 * @param cookieDomain What the handler was told, if anything; script and handler have to agree.
 * @throws Error when this is no description of a program.
 */
export function readProgram(answer: unknown, cookieDomain: string | undefined): Program {
  const program = (answer as { data?: Partial<Program> } | null)?.data
  const { public_id, name = '', type, settings } = program ?? {}
  if (!public_id || !settings || (type !== 'affiliate' && type !== 'refer_a_friend')) {
    throw new Error('The server did not describe the program.')
  }
  return {
    public_id,
    name,
    type,
    settings: {
      ...settings,
      cookie_time: cookieDays(settings),
      ...(cookieDomain !== undefined && { cookie_domain: cookieDomain }),
    },
  }
}
