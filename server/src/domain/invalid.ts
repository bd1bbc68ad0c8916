import { PollenError } from '../errors/pollen-error.js'

/** One field that is wrong: `invalid('amount', 'must not be negative')`. */
export const invalid = (field: string, reason: string): PollenError =>
  new PollenError('invalid', { [field]: [`The ${field} ${reason}.`] })
