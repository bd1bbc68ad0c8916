import { attempt } from './attempt.js'

let items: Record<string, string> | undefined

/**
 * Items by name, as text: `localStorage`, or where that is forbidden, memory. Asked for late: a
 * browser takes milliseconds to open it.
 */
const storage = (): Record<string, string> => {
  items = items || attempt(() => localStorage) || {}
  return items
}

/** The names of all items, the site's own among them. */
export const itemNames = (): string[] => Object.keys(storage())

/** What was kept under this name; `undefined` when there is nothing, or it is damaged. */
export const recall = <T>(name: string): T | undefined =>
  attempt(() => JSON.parse(storage()[name] as string))

/** Keeps a value that JSON can hold; in memory from then on when the storage is full. */
export function keep(name: string, value: unknown): void {
  const text = JSON.stringify(value)
  try {
    storage()[name] = text
  } catch {
    items = { ...items, [name]: text }
  }
}

/** Keeps it no longer. */
export function forget(name: string): void {
  delete storage()[name]
}
