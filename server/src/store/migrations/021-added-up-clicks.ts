import { type Kysely, PostgresAdapter, sql } from 'kysely'

/**
 * The trigger of SQLite adds a click to the last note where that is about clicks of the same owner and
 * day. One note for each click made four tenths of what a commit wrote, and was as much again to fold.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  if (db.getExecutor().adapter instanceof PostgresAdapter) return
  const last = `select max(id) from figure_change where program_id = new.program_id`
  const owner = `coalesce(new.referrer_uid, '')`
  const day = 'new.received_at / 86400000'
  await sql.raw('drop trigger note_click_insert').execute(db)
  await sql
    .raw(`
      create trigger note_click_insert after insert on click when new.is_bot = 0 begin
        update figure_change set counted = counted + 1
        where program_id = new.program_id and id = (${last})
          and name = 'clicks' and owner_uid = ${owner} and day = ${day};
        insert into figure_change
          (program_id, id, name, owner_uid, person_uid, units, day, counted, amount_micros)
        select new.program_id, coalesce((${last}), 0) + 1, 'clicks', ${owner}, '', '', ${day}, 1, 0
        where changes() = 0;
      end`)
    .execute(db)
}
