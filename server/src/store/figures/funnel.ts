import { type Kysely, sql } from 'kysely'
import { firstUuidV7 } from '../../domain/time/first-uuid-v7.js'
import type { Database } from '../database.js'

/** A time: its first millisecond, and the first after it. */
export interface Span {
  start: number
  end: number
}

/** How many rows one answer looks through at most: tens of milliseconds of work. */
export const MOST_ROWS = 20_000

/** Of the newest clicks of a time: how many there are, and how many visitors made them. */
export async function countVisitors(
  db: Kysely<Database>,
  programId: string,
  { start, end }: Span,
): Promise<{ clicks: number; visitors: number }> {
  const { rows } = await sql<{ clicks: number; visitors: number }>`
    select count(*) as clicks, count(distinct session) as visitors
    from (
      select session, is_bot from click
      where program_id = ${programId} and id >= ${firstUuidV7(start)} and id < ${firstUuidV7(end)}
      order by id desc limit ${MOST_ROWS}
    ) as kept
    where is_bot = 0`.execute(db)
  return rows[0] ?? { clicks: 0, visitors: 0 }
}

/** Of the newest customers of a time who were referred: how many there are, and how many bought since. */
export async function countBuyers(
  db: Kysely<Database>,
  programId: string,
  { start, end }: Span,
): Promise<{ referred: number; buyers: number }> {
  const { rows } = await sql<{ referred: number; buyers: number }>`
    select count(*) as referred, coalesce(sum(case when exists (
        select 1 from ${sql.table('transaction')} as sale
        where sale.program_id = ${programId} and sale.customer_uid = kept.uid
          and sale.deleted_at is null and sale.archived_at is null
      ) then 1 else 0 end), 0) as buyers
    from (
      select uid, referrer_uid from customer
      where program_id = ${programId} and created_at >= ${start} and created_at < ${end}
        and status <> 'deleted'
      order by created_at desc, uid desc limit ${MOST_ROWS}
    ) as kept
    where referrer_uid is not null`.execute(db)
  return rows[0] ?? { referred: 0, buyers: 0 }
}
