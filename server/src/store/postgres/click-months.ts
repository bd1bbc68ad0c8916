import { type Kysely, PostgresAdapter, sql } from 'kysely'
import { firstUuidV7 } from '../../domain/time/first-uuid-v7.js'
import type { Database } from '../database.js'

/** For how many months after this one there are tables already. */
const MONTHS_AHEAD = 2

/** A month of clicks, by the time in their ids, which is the browser's. */
interface ClickMonth {
  /** `click_2026_11` */
  table: string
  from: string
  /** Not included. */
  to: string
}

/**
 * The months that clicks of this time may fall into: the one before, this one and those to come.
 *
 * @param now Milliseconds since the epoch.
 */
export function clickMonths(now: number): ClickMonth[] {
  const date = new Date(now)
  const start = (months: number) => Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months)
  return Array.from({ length: MONTHS_AHEAD + 2 }, (_, index) => ({
    table: `click_${new Date(start(index - 1)).toISOString().slice(0, 7).replace('-', '_')}`,
    from: firstUuidV7(start(index - 1)),
    to: firstUuidV7(start(index)),
  }))
}

/**
 * Makes the tables of the months that have none yet, and drops those of which nothing is kept.
 *
 * @param trx A database transaction; other nodes at the same work wait for it.
 */
export async function turnClickMonths(trx: Kysely<Database>, now: number): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('pollen click months'))`.execute(trx)
  const { rows } = await sql<{ tablename: string }>`
    select tablename from pg_tables
    where schemaname = current_schema() and tablename ~ '^click_[0-9]{4}_[0-9]{2}$'`.execute(trx)
  const tables = rows.map(({ tablename }) => tablename)
  const months = clickMonths(now)
  for (const month of months) if (!tables.includes(month.table)) await createMonth(trx, month)
  const [oldest = ''] = months.map(({ table }) => table)
  for (const table of tables) if (table < oldest) await dropEmpty(trx, table)
}

/** With what came for that month before: from browsers whose clock is ahead. */
async function createMonth(trx: Kysely<Database>, { table, from, to }: ClickMonth): Promise<void> {
  const name = sql.table(table)
  await sql`create table ${name} (like click including defaults)`.execute(trx)
  await sql`
    with early as (
      delete from click_other where id >= ${from} and id < ${to} returning *
    )
    insert into ${name} select * from early`.execute(trx)
  await sql`
    alter table click attach partition ${name}
    for values from (${sql.lit(from)}) to (${sql.lit(to)})`.execute(trx)
}

async function dropEmpty(trx: Kysely<Database>, table: string): Promise<void> {
  const isThere = () => sql`select 1 from ${sql.table(table)} limit 1`.execute(trx)
  if ((await isThere()).rows.length > 0) return
  // What comes for that month from now on waits, and goes where odd clocks go.
  await sql`lock table click in access exclusive mode`.execute(trx)
  if ((await isThere()).rows.length === 0) await sql`drop table ${sql.table(table)}`.execute(trx)
}

/** Whether clicks are divided by month in this database. */
export const hasClickMonths = (db: Kysely<Database>): boolean =>
  db.getExecutor().adapter instanceof PostgresAdapter
