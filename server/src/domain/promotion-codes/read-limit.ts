import { invalid } from '../invalid.js'

/**
 * Reads a limit that comes as two fields, whether there is one and where it lies: `expiration_date_status`
 * and `expiration_date_value`. Without the first one the second decides.
 *
 * @param name What both begin with: `expiration_date`.
 * @param read Makes of the value what is stored, or throws.
 * @returns `null` for no limit, `undefined` when nothing was said of it.
 * @throws PollenError `invalid`
 */
export function readLimit<Value, Limit>(
  name: string,
  status: boolean | undefined,
  value: Value | undefined,
  read: (value: Value, field: string) => Limit,
): Limit | null | undefined {
  if (status === false) return null
  if (value !== undefined) return read(value, `${name}_value`)
  if (status) throw invalid(`${name}_value`, `is required where ${name}_status is true`)
  return undefined
}
