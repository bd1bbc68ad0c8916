import { setTimeout as pause } from 'node:timers/promises'
import { PollenError } from '../../errors/pollen-error.js'
import { codeOf } from '../errors/code-of.js'
import { DatabaseLostError } from '../errors/database-lost-error.js'
import type { StatementRunner } from './prepared-once.js'

/** Beyond these the next one is refused at once: it would wait longer than its sender does. */
const MOST_WAITING = 1000

/** How long writers may go on joining a database transaction; it is committed the moment none waits. */
const OPEN_FOR_MS = 20

/** How long another process may be writing. */
const PATIENCE_MS = 10_000

/** How often the lock that another process holds is asked for. */
const ASK_EVERY_MS = 5

/** One writer at a time, each with a savepoint of its own in a database transaction that several share. */
export interface WriteTurns {
  /**
   * Resolves when it is the caller's turn to write.
   *
   * @throws PollenError `overloaded`, or that another process is writing for too long.
   */
  take(): Promise<void>
  /** Ends a turn and keeps what was written; resolves when it is on disk. */
  keep(): Promise<void>
  /** Ends a turn, and nothing of it was written. */
  undo(): void
  /** Writes what is kept to disk. */
  settle(): void
}

/** A database transaction and those who wait for its commit. */
interface Shared {
  began: number
  onDisk: Promise<void>
  resolve(): void
  reject(error: unknown): void
}

/**
 * Commits writes in groups, whatever they are: SQLite has one writer, and waiting for the disk is most of
 * what a small write takes. Whoever writes next joins the transaction that is open; it is committed as
 * soon as nobody wants to write, and everybody in it is told then. What fails is undone to its own
 * savepoint (https://www.sqlite.org/lang_savepoint.html), so nobody suffers for another's mistake.
 *
 * @param writer Whose connection asks for the lock without waiting, since that would stop this process.
 */
export function writeTurns(writer: StatementRunner): WriteTurns {
  const waiting: (() => void)[] = []
  let isTaken = false
  let shared: Shared | undefined

  async function begin(until: number): Promise<Shared> {
    for (;;) {
      try {
        writer.say('begin immediate')
        return newShared()
      } catch (error) {
        if (codeOf(error) !== 'SQLITE_BUSY' || performance.now() > until) throw error
        await pause(ASK_EVERY_MS)
      }
    }
  }

  function settle(): void {
    const settled = shared
    shared = undefined
    if (!settled) return
    try {
      writer.say('commit')
      settled.resolve()
    } catch (error) {
      if (writer.isInTransaction()) writer.say('rollback')
      settled.reject(error)
    }
  }

  function pass(): void {
    if (shared && performance.now() - shared.began > OPEN_FOR_MS) settle()
    const next = waiting.shift()
    next?.()
    if (next) return
    isTaken = false
    // The requests that have arrived by now are read first: they may write as well.
    setImmediate(() => {
      if (!isTaken) settle()
    })
  }

  function undo(): void {
    if (writer.isInTransaction()) {
      writer.say('rollback to turn')
      writer.say('release turn')
    } else {
      // A full disk, among others, has rolled back the whole transaction already.
      shared?.reject(new DatabaseLostError(new Error('another write of the group failed')))
      shared = undefined
    }
    pass()
  }

  return {
    async take() {
      if (waiting.length >= MOST_WAITING) throw new PollenError('overloaded')
      const until = performance.now() + PATIENCE_MS
      if (isTaken) await new Promise<void>((resolve) => waiting.push(resolve))
      isTaken = true
      try {
        shared ??= await begin(until)
        writer.say('savepoint turn')
      } catch (error) {
        pass()
        throw error
      }
    },
    async keep() {
      const joined = shared
      try {
        writer.say('release turn')
      } catch (error) {
        undo()
        throw error
      }
      pass()
      await joined?.onDisk
    },
    undo,
    settle,
  }
}

function newShared(): Shared {
  let [resolve, reject]: [() => void, (error: unknown) => void] = [() => {}, () => {}]
  const onDisk = new Promise<void>((...settlers) => {
    ;[resolve, reject] = settlers
  })
  // Where everything was undone, nobody waits for it.
  onDisk.catch(() => {})
  return { began: performance.now(), onDisk, resolve, reject }
}
