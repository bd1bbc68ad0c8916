import type { Selectable } from 'kysely'

/** What is to be sent by mail; for what all tables have in common see `Database`. */
export interface MailTables {
  mail: MailTable
}

/** The outbox: a row is gone as soon as its letter was sent or given up, so nothing of it is kept. */
interface MailTable {
  program_id: string
  /** Also what mail servers know the letter by. */
  uid: string
  kind: 'invitation' | 'sign_in' | 'application' | 'approval'
  email: string
  /** JSON: a `Letter`. */
  content: string
  created_at: number
  /** From when on it is of no use to anybody. */
  expires_at: number
  /** How many attempts failed. */
  failed: number
  /** While it is being sent: when another process may try. */
  next_attempt_at: number
}

export type MailRow = Selectable<MailTable>
