import { type Kysely, sql } from 'kysely'
import { addSums } from '../../domain/figures/add-sums.js'
import type { Database } from '../database.js'
import type { AmountRow } from './amount-row.js'
import { figureChanges } from './figure-changes.js'

/** What came of a program, or of one of its referrers. */
export interface Figures {
  clicks: number
  /** Customers or subscribers, and how many of them came by somebody. */
  signups: number
  referred: number
  /** Those they came by. */
  referring: number
  sales: number
  /** Customers who bought something. */
  paidAccounts: number
  /** What was bought, per unit, in how many sales. */
  revenue: (AmountRow & { sales: number })[]
  /** What that earned, per unit, and what of it was paid out. */
  rewards: AmountRow[]
  paid: AmountRow[]
  unpaid: AmountRow[]
  /** By status, without those that were deleted. */
  partners: Record<string, number>
}

/** What stands now, and what of it was there at the end of a day. */
export interface FiguresOverTime {
  current: Figures
  before: Figures
}

/** A sum as it was read. */
interface Sum {
  name: string
  units: string
  counted: number
  micros: bigint
}

/**
 * What came of a program. What was deleted, archived or refunded since counts in none of them.
 *
 * @param day The day to compare with, in whole days since the epoch, UTC.
 */
export async function programFigures(
  db: Kysely<Database>,
  programId: string,
  day: number,
): Promise<FiguresOverTime> {
  const isBefore = sql`day <= ${day}`
  const { rows } = await sql<{
    name: string
    units: string
    counted: number
    amount_micros: bigint
    counted_before: number
    before_micros: bigint
  }>`
    with ${figureChanges(programId, 'program')}
    select name, units, sum(counted) as counted, sum(amount_micros) as amount_micros,
      sum(case when ${isBefore} then counted else 0 end) as counted_before,
      sum(case when ${isBefore} then amount_micros else 0 end) as before_micros
    from (
      select name, units, day, counted, amount_micros
      from figure where program_id = ${programId} and owner_uid = ''
      union all
      select name, units, day, counted, amount_micros from change
    ) as kept
    group by name, units order by units`.execute(db)
  return {
    current: toFigures(rows.map((row) => ({ ...row, micros: row.amount_micros }))),
    before: toFigures(
      rows.map((row) => ({ ...row, counted: row.counted_before, micros: row.before_micros })),
    ),
  }
}

/** What came of one partner or customer. */
export async function figuresOf(
  db: Kysely<Database>,
  programId: string,
  ownerUid: string,
): Promise<Figures> {
  const { rows } = await sql<Omit<Sum, 'micros'> & { amount_micros: bigint }>`
    with ${figureChanges(programId, { uid: ownerUid })}
    select name, units, sum(counted) as counted, sum(amount_micros) as amount_micros
    from (
      select name, units, counted, amount_micros
      from figure where program_id = ${programId} and owner_uid = ${ownerUid} and day = 0
      union all
      select name, units, counted, amount_micros from change
    ) as kept
    group by name, units order by units`.execute(db)
  return toFigures(rows.map((row) => ({ ...row, micros: row.amount_micros })))
}

function toFigures(rows: Sum[]): Figures {
  const sums = rows.filter(({ counted }) => counted !== 0)
  const of = (...names: string[]) => sums.filter(({ name }) => names.includes(name))
  const count = (...names: string[]) =>
    of(...names).reduce((total, { counted }) => total + counted, 0)
  const amounts = (name: string): AmountRow[] =>
    of(name).map(({ units, micros }) => ({ amount_units: units, amount_micros: micros }))
  return {
    clicks: count('clicks'),
    signups: count('referred', 'unreferred'),
    referred: count('referred'),
    referring: count('referring'),
    sales: count('sales'),
    paidAccounts: count('buyers'),
    revenue: of('sales').map(({ units, counted, micros }) => ({
      amount_units: units,
      amount_micros: micros,
      sales: counted,
    })),
    rewards: addSums(amounts('paid'), amounts('unpaid')),
    paid: amounts('paid'),
    unpaid: amounts('unpaid'),
    partners: Object.fromEntries(
      sums
        .filter(({ name }) => name.startsWith(PARTNERS) && name !== `${PARTNERS}deleted`)
        .map(({ name, counted }) => [name.slice(PARTNERS.length), counted]),
    ),
  }
}

/** Before the status, in the names of figures. */
const PARTNERS = 'partners_'
