import { type Kysely, PostgresAdapter, sql } from 'kysely'

/**
 * How long clicks are kept. On PostgreSQL they are divided by month, so that old ones go with their
 * table instead of leaving holes, and the indexes that new ones are written to stay small. The server
 * makes the tables of the months when it starts.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('program').addColumn('click_retention_days', 'integer').execute()
  if (!(db.getExecutor().adapter instanceof PostgresAdapter)) return
  const statements = [
    'alter table click rename to click_before',
    'alter table click_before rename constraint click_pk to click_before_pk',
    // By the bytes of the text, whatever the database's language, ids sort by time.
    'alter table click_before alter column id type text collate "C"',
    'create table click (like click_before including defaults) partition by range (id)',
    'alter table click add constraint click_pk primary key (program_id, id)',
    // For what has no month of its own yet, and for browsers whose clock is far off.
    'create table click_other partition of click default',
    'insert into click select * from click_before',
    'drop table click_before',
    `create trigger note_click_insert after insert on click referencing new table as new_rows
     for each statement execute function note_click_insert()`,
  ]
  for (const statement of statements) await sql.raw(statement).execute(db)
}
