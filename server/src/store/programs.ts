import type { Insertable, Kysely, Updateable } from 'kysely'
import type { Database, ProgramRow } from './database.js'

export function insertProgram(
  db: Kysely<Database>,
  program: Insertable<Database['program']>,
): Promise<ProgramRow> {
  return db.insertInto('program').values(program).returningAll().executeTakeFirstOrThrow()
}

export function updateProgram(
  db: Kysely<Database>,
  programId: string,
  changes: Updateable<Database['program']>,
): Promise<ProgramRow> {
  return db
    .updateTable('program')
    .set(changes)
    .where('program_id', '=', programId)
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** @returns What widget tokens are signed with: this, or what another process was quicker to store. */
export async function agreeOnWidgetSecret(
  db: Kysely<Database>,
  programId: string,
  secret: string,
): Promise<string> {
  const { widget_secret } = await db
    .updateTable('program')
    .set(({ fn, ref, val }) => ({ widget_secret: fn.coalesce(ref('widget_secret'), val(secret)) }))
    .where('program_id', '=', programId)
    .returning('widget_secret')
    .executeTakeFirstOrThrow()
  return widget_secret ?? secret
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
