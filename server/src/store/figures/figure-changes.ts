import { type RawBuilder, sql } from 'kysely'

/** Whose figures are meant: those of a program, of one owner in it, or all. */
export type Owner = 'program' | 'all' | { uid: string }

/**
 * What the notes in `figure_change` come to, as a list of common table expressions. The last one,
 * `change`, has rows like those of `figure`, which are to be added to them.
 *
 * Sums are taken from the notes as they are. Whoever counts once, however often (`person`), is looked
 * up: the day on which they count first, now and as `figure_person` knows it. SQLite carries out a
 * `cross join` in the order in which it is written: one look-up for each person of the notes.
 *
 * @param upTo The last note to take.
 */
export function figureChanges(
  programId: string,
  owner: Owner,
  upTo: number = Number.MAX_SAFE_INTEGER,
): RawBuilder<unknown> {
  const [ofProgram, ofOwner] = [typeof owner === 'string', owner !== 'program']
  const only = typeof owner === 'object' ? sql`and owner_uid = ${owner.uid}` : sql``
  const persons = [
    ofProgram &&
      sql`select distinct 'buyers' as name, '' as owner_uid, person_uid from noted where name = 'sales'`,
    ofOwner &&
      sql`select distinct 'buyers' as name, owner_uid, person_uid from noted
        where name = 'sales' and owner_uid <> ''`,
    ofProgram &&
      sql`select distinct 'referring' as name, '' as owner_uid, owner_uid as person_uid from noted
        where name = 'referred'`,
  ]
  const sums = [
    ofProgram && sql`select '' as owner_uid, name, units, day, counted, amount_micros from noted`,
    ofOwner &&
      sql`select owner_uid, name, units, 0 as day, counted, amount_micros from noted
        where owner_uid <> ''`,
  ]
  return sql`
    noted as materialized (
      select name, owner_uid, person_uid, units, day, counted, amount_micros
      from figure_change where program_id = ${programId} and id <= ${upTo} ${only}
    ),
    person as materialized (${unionAll(persons)}),
    first_time as materialized (
      select name, owner_uid, person_uid,
        case name when 'buyers' then ${firstSale(programId)} else ${firstReferral(programId)} end
          / 86400000 as day
      from person
    ),
    change as (
      ${unionAll(sums)}
      union all
      select owner_uid, name, '', case owner_uid when '' then day else 0 end, 1, 0
      from first_time where day is not null
      union all
      select known.owner_uid, known.name, '', case known.owner_uid when '' then day else 0 end, -1, 0
      from person cross join figure_person as known where known.program_id = ${programId}
        and known.name = person.name and known.person_uid = person.person_uid
        and known.owner_uid = person.owner_uid
    )`
}

/** When a person bought something that stands; by an owner's credit where there is one. */
const firstSale = (programId: string) => sql`(
  select created_at from ${sql.table('transaction')} as sale
  where sale.program_id = ${programId} and sale.customer_uid = person.person_uid
    and (person.owner_uid = '' or sale.referrer_uid = person.owner_uid)
    and sale.deleted_at is null and sale.archived_at is null
  order by created_at limit 1
)`

/** When a person brought somebody. A program has customers or subscribers, never both. */
const firstReferral = (programId: string) => sql`coalesce(
  (
    select created_at from customer
    where customer.program_id = ${programId} and customer.referrer_uid = person.person_uid
      and customer.status <> 'deleted'
    order by created_at limit 1
  ),
  (
    select created_at from subscriber
    where subscriber.program_id = ${programId} and subscriber.referrer_uid = person.person_uid
    order by created_at limit 1
  )
)`

const unionAll = (queries: (RawBuilder<unknown> | false)[]) =>
  sql.join(
    queries.filter((query) => query !== false),
    sql` union all `,
  )
