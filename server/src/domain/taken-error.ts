import { PollenError } from '../errors/pollen-error.js'

/** Says that another record has this `id`, `key` or `email` already. */
export const takenError = (field: string, value: string, owner: string): PollenError =>
  new PollenError('invalid', {
    [field]: [`The ${field} "${value}" belongs to a ${owner} already.`],
  })
