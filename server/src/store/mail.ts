import type { Kysely, Updateable } from 'kysely'
import type { Database, MailRow } from './database.js'

type Identity = Pick<MailRow, 'program_id' | 'uid'>

export async function insertMail(db: Kysely<Database>, mail: MailRow): Promise<void> {
  await db.insertInto('mail').values(mail).execute()
}

/** What is to be sent by now, of every program: whoever sends cannot know which have something. */
export function listDueMail(db: Kysely<Database>, now: number, limit: number): Promise<MailRow[]> {
  return db
    .selectFrom('mail')
    .selectAll()
    .where('next_attempt_at', '<=', now)
    .orderBy('next_attempt_at')
    .orderBy('uid')
    .limit(limit)
    .execute()
}

export async function updateMail(
  db: Kysely<Database>,
  { program_id, uid }: Identity,
  changes: Updateable<Database['mail']>,
): Promise<void> {
  await db
    .updateTable('mail')
    .set(changes)
    .where('program_id', '=', program_id)
    .where('uid', '=', uid)
    .execute()
}

export async function deleteMail(
  db: Kysely<Database>,
  { program_id, uid }: Identity,
): Promise<void> {
  await db.deleteFrom('mail').where('program_id', '=', program_id).where('uid', '=', uid).execute()
}
