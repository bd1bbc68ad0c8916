import type { Generated } from 'kysely'

/** What is counted as it comes; for what all tables have in common see `Database`. */
export interface FigureTables {
  figure: FigureTable
  figure_person: FigurePersonTable
  figure_change: FigureChangeTable
}

/**
 * What a program's rows add up to: sales, clicks, partners of each status and so on, and the same by
 * who is credited. Rows that were deleted, archived or taken back since count in none. See
 * `migrations/011-figures/` for what is counted when.
 */
interface FigureTable {
  program_id: string
  /** Empty for all of the program. */
  owner_uid: string
  /**
   * `sales`, `clicks`, `referred` and `unreferred` (customers or subscribers), `paid` and `unpaid`
   * (rewards), `partners_…` by status; `buyers` and `referring` count each person once.
   */
  name: string
  /** Of the amount; empty where there is none. */
  units: string
  /**
   * Whole days since the epoch, UTC, on which that came. 0 for the sum of an owner's days, which is kept
   * as well; the days themselves only of partners.
   */
  day: number
  counted: number
  amount_micros: bigint
}

/** Since when a person counts in a figure that counts them once. */
interface FigurePersonTable {
  program_id: string
  name: string
  person_uid: string
  owner_uid: string
  day: number
}

/** The journal of `figure`: what is to be added to it. Triggers write it, together with the change. */
interface FigureChangeTable extends FigureTable {
  id: Generated<number>
  /** Who is to be counted once. */
  person_uid: string
}
