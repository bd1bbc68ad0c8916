import { type Kysely, sql } from 'kysely'
import type { Days } from '../../domain/figures/read-days.js'
import type { Database } from '../database.js'
import type { AmountRow } from './amount-row.js'
import { figureChanges } from './figure-changes.js'

/** What came of a program on one day, of one kind and in one unit, which is empty where there is no amount. */
export interface DailyFigure extends AmountRow {
  /** Whole days since the epoch, UTC. */
  day: number
  /** See `figure-tables.ts`. */
  name: string
  counted: number
}

/**
 * What came of a program day by day, from the sums that are kept: what was deleted, archived or refunded
 * since counts in none of them.
 */
export async function dailyFigures(
  db: Kysely<Database>,
  programId: string,
  { from, to }: Days,
): Promise<DailyFigure[]> {
  const { rows } = await sql<DailyFigure>`
    with ${figureChanges(programId, 'program')}
    select day, name, units as amount_units, sum(counted) as counted,
      sum(amount_micros) as amount_micros
    from (
      select day, name, units, counted, amount_micros
      from figure where program_id = ${programId} and owner_uid = ''
      union all
      select day, name, units, counted, amount_micros from change
    ) as kept
    where day between ${from} and ${to}
    group by day, name, units order by day, units`.execute(db)
  return rows
}
