import { PollenError } from '../errors/pollen-error.js'

/**
 * PostgreSQL does not store the character U+0000, SQLite ends a text at it, and half a surrogate pair
 * has no form in UTF-8.
 */
const UNSTORABLE = /[\0\p{Surrogate}]/u

/** Levels of lists and objects in each other; we read four of them, the rest is a client's metadata. */
const DEEPEST = 32

/**
 * Evens out how clients write their input: `null` counts as absent, nothing at all and the empty array (as
 * PHP writes an empty map) as an object without members.
 *
 * @throws PollenError `invalid`, naming the field of what cannot be stored.
 */
export function plainInput(input: unknown): unknown {
  if (input === undefined || input === null) return {}
  if (Array.isArray(input) && input.length === 0) return {}
  return withoutNulls(input, '', 0)
}

/** @param path Of the value in the input: `customer.email`. */
function withoutNulls(value: unknown, path: string, depth: number): unknown {
  if (typeof value === 'string') assertStorable(value, path)
  if (typeof value !== 'object' || value === null) return value
  if (depth > DEEPEST) {
    const [field = ''] = path.split('.')
    throw new PollenError('invalid', { [field]: [`The ${field} is nested too deeply.`] })
  }
  const pathOf = (name: string) => (depth === 0 ? name : `${path}.${name}`)
  if (Array.isArray(value)) {
    return value.map((entry, i) => withoutNulls(entry, pathOf(`${i}`), depth + 1))
  }
  const members: [string, unknown][] = []
  for (const [name, member] of Object.entries(value)) {
    if (member !== null) members.push([name, withoutNulls(member, pathOf(name), depth + 1)])
  }
  return Object.fromEntries(members)
}

function assertStorable(text: string, field: string): void {
  if (!UNSTORABLE.test(text)) return
  throw new PollenError('invalid', {
    [field]: [`The ${field} must be Unicode text without the character U+0000.`],
  })
}
