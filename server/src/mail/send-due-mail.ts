import type { Kysely } from 'kysely'
import { retryTime } from '../domain/time/retry-time.js'
import type { Database, MailRow } from '../store/database.js'
import { deleteMail, listDueMail, updateMail } from '../store/mail.js'
import { claim } from '../store/statements/claim.js'
import type { Mailer } from './open-mailer.js'

/** Letters under way at once: as many as the mailer has connections. */
const MOST_AT_ONCE = 5

/** Much longer than an attempt takes; after that another process may take over. */
const CLAIM_MS = 120_000

export interface MailEvents {
  /** The mail server did not take it; it is tried again. */
  onFailed(mail: MailRow, reason: string): void
  onGivenUp(mail: MailRow, reason: string): void
}

/**
 * Sends the letters in the outbox, each at least once: until the mail server takes it, refuses it for
 * good, or it is of no use any more. Any number of processes may do so on one database.
 *
 * @param isStopping Asked before each round.
 */
export async function sendDueMail(
  db: Kysely<Database>,
  mailer: Mailer,
  events: MailEvents,
  isStopping: () => boolean,
): Promise<void> {
  while (!isStopping()) {
    const due = await listDueMail(db, Date.now(), MOST_AT_ONCE)
    if (due.length === 0) return
    await Promise.all(due.map((mail) => send(db, mailer, events, mail)))
  }
}

async function send(
  db: Kysely<Database>,
  mailer: Mailer,
  { onFailed, onGivenUp }: MailEvents,
  mail: MailRow,
): Promise<void> {
  const begun = Date.now()
  if (mail.expires_at <= begun) {
    onGivenUp(mail, 'too late')
    return deleteMail(db, mail)
  }
  if (!(await claim(db, 'mail', mail, begun + CLAIM_MS))) return
  const outcome = await mailer.send(mail)
  if (outcome.isTaken) return deleteMail(db, mail)
  const now = Date.now()
  const failed = mail.failed + 1
  const next = retryTime(failed, mail.created_at, now, Math.random())
  if (outcome.isFinal || next === undefined || next > mail.expires_at) {
    onGivenUp(mail, outcome.reason)
    return deleteMail(db, mail)
  }
  onFailed(mail, outcome.reason)
  return updateMail(db, mail, { failed, next_attempt_at: next })
}
