import { PollenError } from '../errors/pollen-error.js'

/**
 * Evens out how clients write a body: `null` counts as absent, nothing at all and the empty array (as
 * PHP writes an empty map) as an object without members.
 *
 * @throws PollenError `invalid`, naming the field, where a text has the character U+0000, which
 *   PostgreSQL does not store and SQLite ends a text at.
 */
export function plainInput(body: unknown): unknown {
  if (body === undefined || body === null) return {}
  if (Array.isArray(body) && body.length === 0) return {}
  return withoutNulls(body, [])
}

function withoutNulls(value: unknown, path: string[]): unknown {
  if (typeof value === 'string') assertStorable(value, path)
  if (Array.isArray(value)) return value.map((entry, i) => withoutNulls(entry, [...path, `${i}`]))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, member]) => member !== null)
      .map(([name, member]) => [name, withoutNulls(member, [...path, name])]),
  )
}

function assertStorable(text: string, path: string[]): void {
  if (!text.includes('\0')) return
  const field = path.join('.')
  throw new PollenError('invalid', {
    [field]: [`The ${field} must not contain the character U+0000.`],
  })
}
