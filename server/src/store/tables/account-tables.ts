import type { Generated, Selectable } from 'kysely'

/**
 * Who may look after the programs of this installation, who is signed in, and who asks too often. These
 * tables belong to the installation, not to a program: one person looks after several, and signs in
 * before any is named.
 */
export interface AccountTables {
  account: AccountTable
  account_program: AccountProgramTable
  session: SessionTable
  rate_count: RateCountTable
}

interface AccountTable {
  uid: string
  email: string
  /** `email` in lower case, by which it is found and unique. */
  email_folded: string
  name: string | null
  /** scrypt, as `domain/accounts/hash-password.ts` writes it. */
  password_hash: string
  /** Whether it opens all programs, those to come too; else those in `account_program`. */
  every_program: Generated<0 | 1>
  created_at: number
}

/** Which programs an account opens. */
interface AccountProgramTable {
  account_uid: string
  program_id: string
}

/** A browser that is signed in: for an account, or for a partner of a program. */
interface SessionTable {
  /** SHA-256 of the cookie's value, in hexadecimal. */
  hash: string
  account_uid: string | null
  program_id: string | null
  partner_uid: string | null
  expires_at: number
  last_seen_at: number
  created_at: number
}

/** What all nodes together have counted of a sender who is near a limit. */
interface RateCountTable {
  /** Of the limit's name and the sender, as `domain/clicks/visitor-hash.ts` makes them. */
  sender_hash: string
  used: number
  ends_at: number
}

export type AccountRow = Selectable<AccountTable>
export type SessionRow = Selectable<SessionTable>
