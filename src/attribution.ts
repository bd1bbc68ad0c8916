import type { ProgramSettings } from './program-settings.js'

/**
 * Who gets the credit for what this visitor will do.
 *
 * @param standing The key that had the credit before this landing, if any.
 * @param landed The key that the landing URL carries.
 */
export const creditedKey = (
  standing: string | undefined,
  landed: string,
  { type, attribution }: ProgramSettings,
): string => ((!type || attribution === 'first_click') && standing) || landed
