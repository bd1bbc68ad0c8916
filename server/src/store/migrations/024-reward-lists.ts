import { type Kysely, sql } from 'kysely'

/** Rewards of a program are listed, all of them or those of one state; see `domain/reward-state.ts`. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const lists = {
    reward_latest: sql``,
    reward_unpaid: sql`where paid_at is null and reversed_at is null`,
    reward_paid: sql`where paid_at is not null and reversed_at is null`,
    reward_reversed: sql`where reversed_at is not null`,
  }
  for (const [name, condition] of Object.entries(lists)) {
    await sql`
      create index ${sql.ref(name)} on reward (program_id, created_at, uid) ${condition}`.execute(
      db,
    )
  }
}
