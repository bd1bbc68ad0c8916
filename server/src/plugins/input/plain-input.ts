import { PollenError } from '../../errors/pollen-error.js'

/** Levels of lists and objects in each other; we read four of them, the rest is a client's metadata. */
const DEEPEST = 32

/**
 * Evens out how clients write their input: `null` counts as absent, nothing at all and the empty array (as
 * PHP writes an empty map) as an object without members. Nulls are taken out of the input itself, which
 * is read at every request and hardly ever has any.
 *
 * @throws PollenError `invalid`, naming the field of what cannot be stored.
 */
export function plainInput(input: unknown): unknown {
  if (input === undefined || input === null) return {}
  if (Array.isArray(input) && input.length === 0) return {}
  evenOut(input, '', 0)
  return input
}

/** @param path Of the value in the input: `customer.email`. */
function evenOut(value: unknown, path: string, depth: number): void {
  if (typeof value === 'string') assertStorable(value, path)
  if (typeof value !== 'object' || value === null) return
  if (depth > DEEPEST) {
    const [field = ''] = path.split('.')
    throw new PollenError('invalid', { [field]: [`The ${field} is nested too deeply.`] })
  }
  const isMap = !Array.isArray(value)
  for (const [name, member] of Object.entries(value)) {
    if (member === null && isMap) delete (value as Record<string, unknown>)[name]
    else evenOut(member, depth === 0 ? name : `${path}.${name}`, depth + 1)
  }
}

/**
 * PostgreSQL does not store the character U+0000, SQLite ends a text at it, and half a surrogate pair
 * has no form in UTF-8.
 */
function assertStorable(text: string, field: string): void {
  if (text.isWellFormed() && !text.includes('\0')) return
  throw new PollenError('invalid', {
    [field]: [`The ${field} must be Unicode text without the character U+0000.`],
  })
}
