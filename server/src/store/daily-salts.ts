import type { Kysely } from 'kysely'
import type { Database } from './database.js'

/** Characters, of six bits each. */
export const SALT_LENGTH = 32

/** In the place of a program's id: what is hashed with this salt is about no program. */
export const OF_ALL_PROGRAMS = ''

/** @returns The salt of the day: this one, or the one that another process was quicker to store. */
export async function agreeOnSalt(
  db: Kysely<Database>,
  programId: string,
  day: number,
  salt: string,
): Promise<string> {
  await db
    .insertInto('daily_salt')
    .values({ program_id: programId, day, salt })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const agreed = await db
    .selectFrom('daily_salt')
    .select('salt')
    .where('program_id', '=', programId)
    .where('day', '=', day)
    .executeTakeFirstOrThrow()
  return agreed.salt
}

/** Forgets the salts of the days before. */
export async function deleteSaltsBefore(
  db: Kysely<Database>,
  programId: string,
  day: number,
): Promise<void> {
  await db
    .deleteFrom('daily_salt')
    .where('program_id', '=', programId)
    .where('day', '<', day)
    .execute()
}
