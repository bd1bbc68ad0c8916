import type { Kysely } from 'kysely'
import type { Database, ProgramRow } from './database.js'

export async function insertProgram(db: Kysely<Database>, program: ProgramRow): Promise<void> {
  await db.insertInto('program').values(program).execute()
}

export function findProgram(
  db: Kysely<Database>,
  programId: string,
): Promise<ProgramRow | undefined> {
  return db.selectFrom('program').selectAll().where('program_id', '=', programId).executeTakeFirst()
}

/** Every program of this server, the oldest first: the one query that is not about one program. */
export function listPrograms(db: Kysely<Database>): Promise<ProgramRow[]> {
  return db.selectFrom('program').selectAll().orderBy('created_at').orderBy('program_id').execute()
}
