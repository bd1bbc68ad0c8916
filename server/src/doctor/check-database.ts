import { existsSync } from 'node:fs'
import { type Kysely, sql } from 'kysely'
import { DAY_MS } from '../domain/time/day-ms.js'
import type { Database } from '../store/database.js'
import { reasonOf } from '../store/errors/reason-of.js'
import { missingMigrations, newerMigrations, newestMigration } from '../store/migrate.js'
import { tryWriting } from '../store/try-writing.js'
import { type Finding, fail, ok, warn } from './finding.js'

/** Whether the database answers, has the tables of this version, and can be written. */
export async function checkDatabase(db: Kysely<Database>): Promise<Finding[]> {
  try {
    await sql`select 1`.execute(db)
  } catch (error) {
    return [unreachable(error)]
  }
  const missing = await missingMigrations(db)
  if (missing.length > 0) {
    return [
      fail(
        'database',
        `It answers, but lacks what this version brings: ${missing.join(', ')}.`,
        'Start the server once, or run any other command on this database: that brings it up to date.',
      ),
    ]
  }
  const newer = await newerMigrations(db)
  const state =
    newer.length === 0
      ? ok('database', 'It answers and is up to date.')
      : warn(
          'database',
          `A newer version has migrated it (${newer.join(', ')}); this one knows none after ${newestMigration}.`,
          'During a rollout that is as it should be; else install the newer version.',
        )
  return [state, await checkWriting(db)]
}

export const unreachable = (error: unknown): Finding =>
  fail(
    'database',
    `It cannot be reached: ${reasonOf(error)}`,
    'Check --database (or DATABASE_URL), and that the database runs.',
  )

/** Whether the file is there, before opening it would make it. */
export const isMissingFile = (url: string): boolean =>
  url.startsWith('sqlite:') && !existsSync(url.slice('sqlite:'.length))

async function checkWriting(db: Kysely<Database>): Promise<Finding> {
  try {
    await tryWriting(db)
    return ok('writing', 'It can be written.')
  } catch (error) {
    return fail(
      'writing',
      `It cannot be written: ${reasonOf(error)}`,
      'Check the rights of this user, the space on the disk, and that it is no read-only copy.',
    )
  }
}

/** Beyond this, times of one node and another no longer agree. */
const CLOCK_MS = 2_000

/** @param theirs What another clock says, in milliseconds since the epoch. */
export function compareClocks(
  whose: string,
  theirs: number,
  ours: number,
  exactMs: number,
): Finding {
  const apart = Math.abs(theirs - ours)
  if (apart <= CLOCK_MS + exactMs) return ok('clock', `It agrees with ${whose}.`)
  const by = apart < DAY_MS ? `${Math.round(apart / 1000)} seconds` : 'more than a day'
  return warn(
    'clock',
    `It differs from ${whose} by ${by}.`,
    'Set both by NTP: holds, sessions and tokens go by the clock.',
  )
}

/** SQLite has the clock of this machine. */
export async function checkDatabaseClock(db: Kysely<Database>): Promise<Finding> {
  const { rows } = await sql<{ ms: number }>`
    select (extract(epoch from clock_timestamp()) * 1000)::bigint as ms`.execute(db)
  return compareClocks("the database's", Number(rows[0]?.ms), Date.now(), 0)
}
