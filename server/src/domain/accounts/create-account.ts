import type { Kysely } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { insertAccount, openPrograms } from '../../store/accounts.js'
import type { AccountRow, Database } from '../../store/database.js'
import { inTransaction } from '../../store/in-transaction.js'
import { foldEmail } from '../people/fold-email.js'
import { hashPassword } from './hash-password.js'

export interface NewAccount {
  email: string
  name: string | null
  password: string
  /** Ids of the programs that it opens; none for all, those to come too. */
  programs: string[]
}

/**
 * Makes an account for somebody who looks after programs.
 *
 * @param now Milliseconds since the epoch.
 * @returns `undefined` when the e-mail address has an account already.
 */
export async function createAccount(
  db: Kysely<Database>,
  { email, name, password, programs }: NewAccount,
  now: number,
): Promise<AccountRow | undefined> {
  const account = {
    uid: uuidv7(),
    email,
    email_folded: foldEmail(email),
    name,
    password_hash: await hashPassword(password),
    every_program: programs.length === 0 ? 1 : 0,
    created_at: now,
  } as const
  return inTransaction(db, async (trx) => {
    const created = await insertAccount(trx, account)
    if (created) await openPrograms(trx, created.uid, programs)
    return created
  })
}
