import nodemailer from 'nodemailer'
import type { Letter } from '../domain/letters/letter.js'
import { letterHtml } from '../domain/letters/letter-html.js'
import { letterText } from '../domain/letters/letter-text.js'
import type { MailRow } from '../store/database.js'

/** What came of handing a letter over; the reason names no address. */
export type MailOutcome = { isTaken: true } | { isTaken: false; isFinal: boolean; reason: string }

export interface Mailer {
  send(mail: MailRow): Promise<MailOutcome>
  /** Connects, signs in and sends nothing. @returns What stands in the way, a code of nodemailer's. */
  check(): Promise<string | undefined>
  close(): void
}

export interface MailerOptions {
  /** `smtp://user:password@mail.example:587`, or `smtps://` for TLS from the first byte. */
  smtpUrl: string
  /** `news@shop.example`, or with a name: `Shop <news@shop.example>`. */
  from: string
}

/** Much less than `CLAIM_MS` in `deliver-mail.ts`, all together. */
const TIMEOUTS = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 }

/**
 * Hands letters to a mail server, over connections that are kept open; see https://nodemailer.com.
 * A password is only sent once the connection is encrypted, unless the server is on this machine.
 */
export function openMailer({ smtpUrl, from }: MailerOptions): Mailer {
  const { address, name } = readSender(from)
  const isLocal = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(new URL(smtpUrl).hostname)
  const transport = nodemailer.createTransport({
    url: smtpUrl,
    pool: true,
    ...TIMEOUTS,
    ...(!isLocal &&
      smtpUrl.startsWith('smtp:') &&
      new URL(smtpUrl).password !== '' && {
        requireTLS: true,
      }),
  })
  return {
    async send({ uid, email, content }) {
      const letter: Letter = JSON.parse(content)
      try {
        await transport.sendMail({
          messageId: `<${uid}@${address.split('@')[1]}>`,
          from: { name: name ?? letter.sender, address },
          to: { name: '', address: email },
          subject: letter.subject,
          text: letterText(letter),
          html: letterHtml(letter),
          // So that nobody's absence notice comes back: https://www.rfc-editor.org/rfc/rfc3834#section-5
          headers: { 'Auto-Submitted': 'auto-generated' },
          disableFileAccess: true,
          disableUrlAccess: true,
        })
        return { isTaken: true }
      } catch (error) {
        return outcomeOf(error)
      }
    },
    check: () =>
      transport.verify().then(
        () => undefined,
        (error) => outcomeOf(error).reason,
      ),
    close: () => transport.close(),
  }
}

/** @param from As `--mail-from` has checked it. */
function readSender(from: string): { address: string; name: string | undefined } {
  const [, name, address] = /^\s*(.*?)\s*<([^<>]+)>\s*$/.exec(from) ?? []
  return { address: address ?? from.trim(), name: name || undefined }
}

/**
 * What failed, by the codes of nodemailer (https://nodemailer.com/errors) and of the server's answer.
 * A recipient or a message that is refused with 5xx is so for good
 * (https://www.rfc-editor.org/rfc/rfc5321#section-4.2.1); a refused password may be mended.
 */
function outcomeOf(error: unknown): MailOutcome & { isTaken: false } {
  const { code = 'unknown', responseCode } = error as { code?: string; responseCode?: number }
  const isRefused = code === 'EENVELOPE' || code === 'EMESSAGE'
  return {
    isTaken: false,
    isFinal: isRefused && (responseCode === undefined || responseCode >= 500),
    reason: responseCode === undefined ? code : `${code} ${responseCode}`,
  }
}
