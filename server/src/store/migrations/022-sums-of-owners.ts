import { type Kysely, sql } from 'kysely'

/** What somebody brought in all is found without going through the days of it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index figure_sum on figure (program_id, owner_uid) where day = 0`.execute(db)
}
