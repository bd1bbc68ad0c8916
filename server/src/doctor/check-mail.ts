import type { Kysely } from 'kysely'
import type { Database } from '../store/database.js'
import { listDueMail } from '../store/mail.js'
import { type Finding, fail, ok, warn } from './finding.js'

/** Overdue by this much, nobody sends. */
const OVERDUE_MS = 10 * 60_000

export interface MailSettings {
  smtpUrl: string | undefined
  mailFrom: string | undefined
}

/** Whether the mail server lets us in, without a letter, and whether letters are sent at all. */
export async function checkMail(
  db: Kysely<Database>,
  settings: MailSettings,
  now: number,
): Promise<Finding[]> {
  return [await checkServer(settings), ...(await checkLetters(db, now))]
}

async function checkServer({ smtpUrl, mailFrom }: MailSettings): Promise<Finding> {
  if (smtpUrl === undefined) return ok('mail', 'No mail server is set, so no letters are sent.')
  // The address may hold a password.
  const { host } = new URL(smtpUrl)
  if (mailFrom === undefined) {
    return fail(
      'mail',
      `Nobody is named that letters to ${host} come from.`,
      'Say who: --mail-from "Shop <news@shop.example>"; without it the server does not start.',
    )
  }
  // Loaded here alone, like the server: no other command needs it.
  const { openMailer } = await import('../mail/open-mailer.js')
  const mailer = openMailer({ smtpUrl, from: mailFrom })
  try {
    const reason = await mailer.check()
    return reason === undefined
      ? ok('mail', `${host} answers and lets us in.`)
      : fail('mail', `${host} cannot be used: ${reason}`, adviceFor(reason))
  } finally {
    mailer.close()
  }
}

const adviceFor = (reason: string): string =>
  /^EAUTH|^ENOAUTH/.test(reason)
    ? 'Check user and password in --smtp-url; signs such as @ and / are written %40 and %2F there.'
    : /^ETLS|^ESOCKET/.test(reason)
      ? 'Check the port (smtps:// is for 465, smtp:// for 587), and the certificate of that server.'
      : 'Check host and port in --smtp-url, and whether this network lets mail out: many close port 25.'

async function checkLetters(db: Kysely<Database>, now: number): Promise<Finding[]> {
  const [oldest] = await listDueMail(db, now - OVERDUE_MS, 1)
  if (!oldest) return []
  const minutes = Math.round((now - oldest.next_attempt_at) / 60_000)
  return [
    warn(
      'mail',
      `A letter has been due for ${minutes} minutes.`,
      'No server with --smtp-url runs on this database.',
    ),
  ]
}
