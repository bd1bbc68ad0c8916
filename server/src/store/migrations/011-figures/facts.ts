/** What the rows of a table add to the figures; all but the names of tables and columns is SQL. */
export interface Fact {
  table: string
  /** All columns that are used here. */
  columns: string[]
  /** Which figure it is. */
  name: string
  /** Whether a row counts; by default it does. */
  counts?: string
  /** Who is credited with it; `null` where nobody is. */
  owner?: string
  /** Who is counted once, however often. */
  person?: string
  units?: string
  micros?: string
  /** In milliseconds since the epoch. */
  at?: string
  /** What changes are noted; by default all. */
  events?: ('insert' | 'update' | 'delete')[]
}

/** The columns of `factsOf`. */
export const FACT_COLUMNS =
  'program_id, name, owner_uid, person_uid, units, day, counted, amount_micros'

/**
 * A query for what rows add to the figures, those together that add to the same one.
 *
 * @param source SQL that yields the fact's columns and `sign`: 1 for a row that came, -1 for one that
 *   went. What comes as it went adds nothing.
 */
export const factsOf = (
  {
    name,
    counts = 'true',
    owner = `''`,
    person = `''`,
    units = `''`,
    micros = '0',
    at = 'created_at',
  }: Fact,
  source: string,
): string => `
  select program_id, name, owner_uid, person_uid, units, day,
    sum(counted) as counted, sum(amount_micros) as amount_micros
  from (
    select program_id, ${name} as name, coalesce(${owner}, '') as owner_uid,
      ${person} as person_uid, ${units} as units, ${at} / 86400000 as day,
      sign as counted, sign * (${micros}) as amount_micros
    from ${source} as changed where ${counts}
  ) as fact
  group by program_id, name, owner_uid, person_uid, units, day
  having sum(counted) <> 0 or sum(amount_micros) <> 0`
