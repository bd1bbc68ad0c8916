import { setImmediate as othersFirst } from 'node:timers/promises'
import { type Kysely, sql } from 'kysely'
import type { Database } from '../database.js'
import { isPassing } from '../errors/is-passing.js'
import { isUniqueViolation } from '../errors/is-unique-violation.js'
import { figureChanges } from './figure-changes.js'

/** How many notes are folded in one go: a few milliseconds of work. */
const MOST_AT_ONCE = 1_000

/** How many programs are looked after in one round. */
const MOST_PROGRAMS = 1_000

/** Adds all noted changes to the figures of all programs. Any number of processes may do so at once. */
export async function foldAllFigures(db: Kysely<Database>): Promise<void> {
  const noted = await db
    .selectFrom('figure_change')
    .select('program_id')
    .distinct()
    .limit(MOST_PROGRAMS)
    .execute()
  for (const { program_id } of noted) {
    // SQLite works in this thread, so that whoever waits for it meanwhile is let in between.
    do await othersFirst()
    while (await foldSome(db, program_id))
  }
}

/** @returns Whether there may be more to fold, which nobody else is at. */
async function foldSome(db: Kysely<Database>, programId: string): Promise<boolean> {
  try {
    return await db
      .transaction()
      .setIsolationLevel('repeatable read')
      .execute((trx) => foldFigures(trx, programId, MOST_AT_ONCE))
  } catch (error) {
    // Somebody else folds the same notes.
    if (isPassing(error) || isUniqueViolation(error)) return false
    throw error
  }
}

/**
 * Adds noted changes to a program's figures, the oldest ones first, and forgets the notes.
 *
 * @param trx A database transaction that sees the state of one moment. What others change at the same
 *   time is not counted, and their notes are there for the next time.
 * @param most How many notes at once.
 * @returns Whether there may be more.
 */
export async function foldFigures(
  trx: Kysely<Database>,
  programId: string,
  most: number,
): Promise<boolean> {
  const upTo = await lastNote(trx, programId, most)
  const changes = figureChanges(programId, 'all', upTo ?? Number.MAX_SAFE_INTEGER)
  // Without `where true`, SQLite would read `on conflict` as the beginning of a join's `on`.
  await sql`
    with ${changes}
    insert into figure (program_id, owner_uid, name, units, day, counted, amount_micros)
    select ${programId}, owner_uid, name, units, day, sum(counted), sum(amount_micros)
    from change where true group by owner_uid, name, units, day
    having sum(counted) <> 0 or sum(amount_micros) <> 0
    on conflict (program_id, owner_uid, name, units, day) do update set
      counted = figure.counted + excluded.counted,
      amount_micros = figure.amount_micros + excluded.amount_micros`.execute(trx)
  await foldDaysOfPartners(trx, programId, upTo ?? Number.MAX_SAFE_INTEGER)
  await sql`
    with ${changes}
    insert into figure_person (program_id, name, person_uid, owner_uid, day)
    select ${programId}, name, person_uid, owner_uid, day from first_time where day is not null
    on conflict (program_id, name, person_uid, owner_uid) do update set day = excluded.day
    where figure_person.day <> excluded.day`.execute(trx)
  await sql`
    with ${changes}
    delete from figure_person where program_id = ${programId}
      and (name, person_uid, owner_uid) in (
        select name, person_uid, owner_uid from first_time where day is null
      )`.execute(trx)
  await trx
    .deleteFrom('figure_change')
    .where('program_id', '=', programId)
    .where('id', '<=', upTo ?? Number.MAX_SAFE_INTEGER)
    .execute()
  return upTo !== undefined
}

/** Beside their sums: what partners of an affiliate program are shown day by day. */
async function foldDaysOfPartners(
  trx: Kysely<Database>,
  programId: string,
  upTo: number,
): Promise<void> {
  await sql`
    insert into figure (program_id, owner_uid, name, units, day, counted, amount_micros)
    select ${programId}, owner_uid, name, units, day, sum(counted), sum(amount_micros)
    from figure_change
    where program_id = ${programId} and id <= ${upTo} and owner_uid <> ''
      and exists (select 1 from program where program_id = ${programId} and type = 'affiliate')
    group by owner_uid, name, units, day
    having sum(counted) <> 0 or sum(amount_micros) <> 0
    on conflict (program_id, owner_uid, name, units, day) do update set
      counted = figure.counted + excluded.counted,
      amount_micros = figure.amount_micros + excluded.amount_micros`.execute(trx)
}

/** @returns The id of the note with that number, `undefined` when there are not so many. */
async function lastNote(
  trx: Kysely<Database>,
  programId: string,
  number: number,
): Promise<number | undefined> {
  const note = await trx
    .selectFrom('figure_change')
    .select('id')
    .where('program_id', '=', programId)
    .orderBy('id')
    .limit(1)
    .offset(number - 1)
    .executeTakeFirst()
  return note?.id
}
