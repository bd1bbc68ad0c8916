import { type Kysely, sql } from 'kysely'
import type { Database } from '../database.js'

/** What one day adds to a figure. */
export interface DayRow {
  /** As in the table `figure`. */
  name: string
  units: string
  day: number
  counted: number
  amount_micros: bigint
}

/**
 * What came of a partner of an affiliate program, by day, in the order of days. What was deleted,
 * archived or taken back since counts on no day.
 *
 * @param from The first day, in whole days since the epoch, UTC.
 * @param to The last day.
 */
export async function partnerDays(
  db: Kysely<Database>,
  programId: string,
  partnerUid: string,
  from: number,
  to: number,
): Promise<DayRow[]> {
  const { rows } = await sql<DayRow>`
    select name, units, day, sum(counted) as counted, sum(amount_micros) as amount_micros
    from (
      select name, units, day, counted, amount_micros from figure
      where program_id = ${programId} and owner_uid = ${partnerUid} and day between ${from} and ${to}
      union all
      select name, units, day, counted, amount_micros from figure_change
      where program_id = ${programId} and owner_uid = ${partnerUid} and day between ${from} and ${to}
    ) as kept
    group by name, units, day
    having sum(counted) <> 0 or sum(amount_micros) <> 0
    order by day, name, units`.execute(db)
  return rows
}
