import { type Kysely, PostgresAdapter, sql } from 'kysely'

/** What a row that comes notes, for the tables that most rows come to; `new` is the row. */
const NOTES = [
  {
    table: 'click',
    counts: 'new.is_bot = 0',
    name: `'clicks'`,
    owner: 'new.referrer_uid',
    at: 'new.received_at',
  },
  {
    table: 'customer',
    counts: `new.status <> 'deleted'`,
    name: `case when new.referrer_uid is null then 'unreferred' else 'referred' end`,
    owner: 'new.referrer_uid',
  },
  {
    table: 'transaction',
    counts: 'new.deleted_at is null and new.archived_at is null',
    name: `'sales'`,
    owner: 'new.referrer_uid',
    person: 'new.customer_uid',
    units: 'new.amount_units',
    micros: 'new.amount_micros - new.refunded_micros',
  },
  {
    table: 'reward',
    counts: 'new.reversed_at is null',
    name: `case when new.paid_at is null then 'unpaid' else 'paid' end`,
    owner: 'new.beneficiary_uid',
    units: 'new.amount_units',
    micros: 'new.amount_micros - new.reversed_micros',
  },
]

/**
 * The triggers of SQLite, which run once for each row, note a new row as it is. They grouped and
 * numbered the one note as if there were many, which took as long as writing the row.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  if (db.getExecutor().adapter instanceof PostgresAdapter) return
  for (const note of NOTES) {
    const { table, counts, name, owner, person = `''`, units = `''`, micros = '0' } = note
    const { at = 'new.created_at' } = note
    await sql.raw(`drop trigger note_${table}_insert`).execute(db)
    await sql
      .raw(`
        create trigger note_${table}_insert after insert on "${table}" when ${counts} begin
          insert into figure_change
            (program_id, id, name, owner_uid, person_uid, units, day, counted, amount_micros)
          values (
            new.program_id,
            coalesce((select max(id) from figure_change where program_id = new.program_id), 0) + 1,
            ${name}, coalesce(${owner}, ''), ${person}, ${units}, ${at} / 86400000, 1, ${micros}
          );
        end`)
      .execute(db)
  }
}
