import fp from 'fastify-plugin'
import { sendDueMail } from '../../mail/send-due-mail.js'
import type { MailRow } from '../../store/database.js'
import { runRegularly } from './run-regularly.js'

declare module 'fastify' {
  interface FastifyInstance {
    /** Whether letters go out from here; where none do, none is to be queued. */
    sendsMail: boolean
  }
}

/** What a reader waits for a sign-in link at most, at no noticeable cost. */
const LOOK_EVERY_MS = 500

interface Options {
  smtpUrl: string | undefined
  mailFrom: string | undefined
}

/** Sends the letters in the outbox for as long as the server listens, if it was told how. */
export const mail = fp<Options>(async (app, { smtpUrl, mailFrom }) => {
  const isOn = smtpUrl !== undefined && mailFrom !== undefined
  app.decorate('sendsMail', isOn)
  if (!isOn) return
  // Loaded here alone: a server that sends no mail has two megabytes more.
  const { openMailer } = await import('../../mail/open-mailer.js')
  const mailer = openMailer({ smtpUrl, from: mailFrom })
  const events = {
    onFailed: (mail: MailRow, reason: string) =>
      app.log.warn({ ...named(mail), reason }, 'mail could not be sent yet'),
    onGivenUp: (mail: MailRow, reason: string) =>
      app.log.error({ ...named(mail), reason }, 'mail was given up'),
  }
  let isStopping = false
  app.addHook('preClose', async () => {
    isStopping = true
  })
  runRegularly(app, LOOK_EVERY_MS, 'mail could not be sent', () =>
    sendDueMail(app.db, mailer, events, () => isStopping),
  )
  app.addHook('onClose', async () => mailer.close())
})

/** What the log may say of a letter: not to whom. */
const named = ({ program_id, uid, kind }: MailRow) => ({ program: program_id, mail: uid, kind })
