import { lacksConsent } from '../consent.js'
import { attempt } from './attempt.js'

/** What may not, or cannot, be kept in the browser. */
const memory: Record<string, string> = {}
let opened: Record<string, string> | undefined

/**
 * Items by name, as text: `localStorage`; where that is forbidden, and without the visitor's
 * consent, memory. Asked for late: a browser takes milliseconds to open it.
 */
function storage(): Record<string, string> {
  if (lacksConsent) return memory
  opened = opened || attempt(() => localStorage) || memory
  return opened
}

/** The names of all items that begin with `prefix`. */
export const itemNames = (prefix: string): string[] =>
  Object.keys(storage()).filter((name) => name.startsWith(prefix))

/** What was kept under this name; an empty object when there is nothing, or it is damaged. */
export const recall = <T extends object>(name: string): Partial<T> =>
  attempt(() => JSON.parse(storage()[name] as string)) || {}

/** Keeps a value that JSON can hold; in memory from then on when the storage is full. */
export function keep(name: string, value: unknown): void {
  const text = JSON.stringify(value)
  try {
    storage()[name] = text
  } catch {
    opened = { ...opened, [name]: text }
  }
}

/** Keeps it no longer. */
export function forget(name: string): void {
  delete storage()[name]
}
