import type { Insertable, Kysely } from 'kysely'
import type { AccountRow, Database, ProgramRow } from './database.js'

/** @returns `undefined` when the e-mail address belongs to another account. */
export function insertAccount(
  db: Kysely<Database>,
  account: Insertable<Database['account']>,
): Promise<AccountRow | undefined> {
  return db
    .insertInto('account')
    .values(account)
    .onConflict((conflict) => conflict.column('email_folded').doNothing())
    .returningAll()
    .executeTakeFirst()
}

export function findAccount(db: Kysely<Database>, uid: string): Promise<AccountRow | undefined> {
  return db.selectFrom('account').selectAll().where('uid', '=', uid).executeTakeFirst()
}

/** @param folded From `foldEmail`. */
export function findAccountByEmail(
  db: Kysely<Database>,
  folded: string,
): Promise<AccountRow | undefined> {
  return db.selectFrom('account').selectAll().where('email_folded', '=', folded).executeTakeFirst()
}

/** All of them, the oldest first. */
export function listAccounts(db: Kysely<Database>): Promise<AccountRow[]> {
  return db.selectFrom('account').selectAll().orderBy('created_at').orderBy('uid').execute()
}

export async function setPasswordHash(
  db: Kysely<Database>,
  uid: string,
  passwordHash: string,
): Promise<void> {
  await db
    .updateTable('account')
    .set({ password_hash: passwordHash })
    .where('uid', '=', uid)
    .execute()
}

/** Deletes an account and what it opens; its sessions go by `deleteSessionsOfAccount`. */
export async function deleteAccount(db: Kysely<Database>, uid: string): Promise<void> {
  await db.deleteFrom('account_program').where('account_uid', '=', uid).execute()
  await db.deleteFrom('account').where('uid', '=', uid).execute()
}

export async function openPrograms(
  db: Kysely<Database>,
  accountUid: string,
  programIds: string[],
): Promise<void> {
  const rows = programIds.map((program_id) => ({ account_uid: accountUid, program_id }))
  if (rows.length > 0) await db.insertInto('account_program').values(rows).execute()
}

/** The programs that an account opens, the oldest first. */
export function programsOfAccount(
  db: Kysely<Database>,
  account: Pick<AccountRow, 'uid' | 'every_program'>,
): Promise<ProgramRow[]> {
  return openedBy(db, account).orderBy('created_at').orderBy('program_id').execute()
}

/** @returns `undefined` when the account does not open this program, or there is none. */
export function findProgramOfAccount(
  db: Kysely<Database>,
  account: Pick<AccountRow, 'uid' | 'every_program'>,
  programId: string,
): Promise<ProgramRow | undefined> {
  return openedBy(db, account).where('program_id', '=', programId).executeTakeFirst()
}

const openedBy = (
  db: Kysely<Database>,
  { uid, every_program }: Pick<AccountRow, 'uid' | 'every_program'>,
) => {
  const programs = db.selectFrom('program').selectAll()
  if (every_program === 1) return programs
  const named = db.selectFrom('account_program').select('program_id').where('account_uid', '=', uid)
  return programs.where('program_id', 'in', named)
}
