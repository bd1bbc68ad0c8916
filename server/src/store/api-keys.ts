import type { Kysely } from 'kysely'
import type { Database, ProgramRow } from './database.js'

export async function insertApiKey(
  db: Kysely<Database>,
  key: { program_id: string; hash: string; created_at: number },
): Promise<void> {
  await db.insertInto('api_key').values(key).execute()
}

/** The program that the key with this hash opens. */
export function findProgramByApiKey(
  db: Kysely<Database>,
  programId: string,
  hash: string,
): Promise<ProgramRow | undefined> {
  return db
    .selectFrom('api_key')
    .innerJoin('program', 'program.program_id', 'api_key.program_id')
    .selectAll('program')
    .where('api_key.program_id', '=', programId)
    .where('api_key.hash', '=', hash)
    .executeTakeFirst()
}
