import type { Kysely } from 'kysely'
import { firstUuidV7 } from '../domain/time/first-uuid-v7.js'
import type { ClickRow, Database } from './database.js'
import { insertMissing } from './statements/insert-missing.js'
import { jsonRows } from './statements/json-rows.js'
import { sortedBy } from './statements/sorted-by.js'

/** What a click is found by. */
export type ClickKey = Pick<ClickRow, 'program_id' | 'id'>

/** @returns Those that were new; one with the same id as another changes nothing. */
export function insertClicks(
  db: Kysely<Database>,
  clicks: readonly ClickRow[],
): Promise<ClickKey[]> {
  return insertMissing(db, 'click', sortedBy(clicks, 'id'), ['program_id', 'id'])
}

export async function findClicks(
  db: Kysely<Database>,
  keys: readonly ClickKey[],
): Promise<ClickRow[]> {
  if (keys.length === 0) return []
  return db
    .selectFrom(jsonRows(db, 'click', keys).as('wanted'))
    .innerJoin('click', (join) =>
      join.onRef('click.program_id', '=', 'wanted.program_id').onRef('click.id', '=', 'wanted.id'),
    )
    .selectAll('click')
    .execute()
}

/** How many clicks are deleted in one go: a few milliseconds of work. */
const MOST_AT_ONCE = 1_000

/** Deletes what browsers made before this time, in milliseconds since the epoch. */
export async function deleteClicksBefore(
  db: Kysely<Database>,
  programId: string,
  before: number,
): Promise<void> {
  for (;;) {
    const old = await db
      .selectFrom('click')
      .select('id')
      .where('program_id', '=', programId)
      .where('id', '<', firstUuidV7(before))
      .orderBy('id')
      .limit(MOST_AT_ONCE)
      .execute()
    if (old.length === 0) return
    await db
      .deleteFrom('click')
      .where('program_id', '=', programId)
      .where(
        'id',
        'in',
        old.map(({ id }) => id),
      )
      .execute()
  }
}
