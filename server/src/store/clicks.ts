import type { Kysely } from 'kysely'
import type { ClickRow, Database } from './database.js'
import { insertMissing } from './insert-missing.js'
import { jsonRows } from './json-rows.js'

/** What a click is found by. */
export type ClickKey = Pick<ClickRow, 'program_id' | 'id'>

/** @returns Those that were new; one with the same id as another changes nothing. */
export function insertClicks(
  db: Kysely<Database>,
  clicks: readonly ClickRow[],
): Promise<ClickKey[]> {
  const inOrder = [...clicks].sort((a, b) => (a.id < b.id ? -1 : 1))
  return insertMissing(db, 'click', inOrder, ['program_id', 'id'])
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
