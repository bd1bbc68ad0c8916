import { sql } from 'kysely'
import type { TestServer } from './start-test-server.js'

/** Makes it so that all that happened to a program's messages happened `ms` earlier. */
export async function ageMessages(server: TestServer, programId: string, ms: number) {
  const db = await server.database.open()
  await db
    .updateTable('webhook_delivery')
    .set({
      created_at: sql<number>`created_at - ${sql.lit(ms)}`,
      first_attempt_at: sql<number>`first_attempt_at - ${sql.lit(ms)}`,
      next_attempt_at: sql<number>`next_attempt_at - ${sql.lit(ms)}`,
    })
    .where('program_id', '=', programId)
    .execute()
}
