import type { Kysely } from 'kysely'
import { PollenError } from '../../errors/pollen-error.js'
import type { Database, ProgramRow } from '../../store/database.js'
import { updateProgram as updateRow } from '../../store/programs.js'
import { invalid } from '../invalid.js'
import { currencyDigits } from '../money/currency-digits.js'
import { parseWebsite } from './parse-website.js'
import { programSwitches, type Switches } from './program-switches.js'

/** What stays as it is, is `undefined`. */
export interface ProgramChanges {
  name?: string | undefined
  website?: string | undefined
  /** Beside these two, switches. */
  program_settings?:
    | { currency?: string; cookie_lifetime?: number | 'lifetime'; [name: string]: unknown }
    | undefined
  portal_settings?: Switches | undefined
}

/**
 * Changes what a program is called, where its links lead and what is switched on. A fixed commission
 * of the program is from now on in the new currency; what was earned stays in the old one.
 *
 * @param now Milliseconds since the epoch.
 * @throws PollenError `invalid`
 */
export function updateProgram(
  db: Kysely<Database>,
  program: ProgramRow,
  { name, website, program_settings = {}, portal_settings = {} }: ProgramChanges,
  now: number,
): Promise<ProgramRow> {
  const { currency, cookie_lifetime, ...settings } = program_settings
  const switches = programSwitches(program)
  return updateRow(db, program.program_id, {
    ...(name !== undefined && { name }),
    ...(website !== undefined && { website: knownWebsite(website) }),
    ...(currency !== undefined && { currency: knownCurrency(currency) }),
    ...(cookie_lifetime !== undefined && {
      cookie_lifetime_days: cookie_lifetime === 'lifetime' ? null : cookie_lifetime,
    }),
    switches: JSON.stringify({
      program_settings: { ...switches.program_settings, ...settings },
      portal_settings: { ...switches.portal_settings, ...portal_settings },
    }),
    updated_at: now,
  })
}

function knownWebsite(value: string): string {
  const website = parseWebsite(value)
  if (website !== undefined) return website
  throw new PollenError('invalid', { website: ['The website format is invalid.'] })
}

function knownCurrency(value: string): string {
  const currency = value.toUpperCase()
  if (currencyDigits(currency) !== undefined) return currency
  throw invalid('program_settings.currency', 'must be a currency of ISO 4217, such as USD')
}
