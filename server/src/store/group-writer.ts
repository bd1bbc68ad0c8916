import { setImmediate } from 'node:timers/promises'
import { PollenError } from '../errors/pollen-error.js'
import { isUnavailable } from './errors/is-unavailable.js'

/** Rows of one commit: beyond some hundred, a larger group saves nothing more. */
const LARGEST_GROUP = 500

/** Beyond these the next one is refused at once: it would wait longer than its sender does. */
const MOST_WAITING = 2000

/** How long the senders of a group are kept waiting for a database that does not answer. */
const PATIENCE_MS = 10_000

/** What waits for a commit is written in groups. */
export interface GroupWriter<Item, Result> {
  /**
   * Resolves when the item is on disk, with what was written about it.
   *
   * @throws PollenError `overloaded` or `unavailable`; or what was wrong with this very item.
   */
  add(item: Item): Promise<Result>
  /** How many wait for the next group. */
  waiting(): number
  /** Whether the next item would be refused. */
  isFull(): boolean
}

interface Waiting<Item, Result> {
  item: Item
  resolve(result: Result): void
  reject(error: unknown): void
}

/**
 * Commits in groups: whatever waits when a commit ends goes into the next one. A lone item is written
 * at once, and the more there are, the fewer commits each of them costs.
 *
 * @param write Writes a group, all of it or nothing, and resolves with one result for each item; an error
 *   for one of which nothing was written. Items may be written twice; the second time changes nothing.
 * @param onGroup Told of each group that was written: how many, and how many milliseconds it took.
 */
export function groupWriter<Item, Result>(
  write: (items: Item[]) => Promise<(Result | PollenError)[]>,
  onGroup: (size: number, ms: number) => void = () => {},
): GroupWriter<Item, Result> {
  let waiting: Waiting<Item, Result>[] = []
  let isWriting = false

  async function writeAll(): Promise<void> {
    isWriting = true
    while (waiting.length > 0) {
      // The requests that have arrived by now are read first.
      await setImmediate()
      const group = waiting.slice(0, LARGEST_GROUP)
      waiting = waiting.slice(LARGEST_GROUP)
      await settle(group)
    }
    isWriting = false
  }

  async function settle(group: Waiting<Item, Result>[]): Promise<void> {
    const begin = performance.now()
    try {
      const results = await withPatience(write(group.map(({ item }) => item)))
      for (const [index, { resolve, reject }] of group.entries()) {
        const result = results[index] as Result | PollenError
        if (result instanceof PollenError) reject(result)
        else resolve(result)
      }
      onGroup(group.length, performance.now() - begin)
    } catch (error) {
      if (group.length === 1 || isUnavailable(error)) {
        for (const { reject } of group) reject(error)
        return
      }
      // One of them cannot be written: the others shall not suffer for it.
      const half = Math.ceil(group.length / 2)
      await settle(group.slice(0, half))
      await settle(group.slice(half))
    }
  }

  const isFull = () => waiting.length >= MOST_WAITING

  return {
    add: (item) =>
      new Promise((resolve, reject) => {
        if (isFull()) return reject(new PollenError('overloaded'))
        waiting.push({ item, resolve, reject })
        if (!isWriting) void writeAll()
      }),
    waiting: () => waiting.length,
    isFull,
  }
}

/** @throws PollenError `unavailable` after a while; the work itself goes on. */
async function withPatience<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const isTooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new PollenError('unavailable')), PATIENCE_MS)
  })
  try {
    return await Promise.race([work, isTooLate])
  } finally {
    clearTimeout(timer)
  }
}
