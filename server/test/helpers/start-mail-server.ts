import type { AddressInfo } from 'node:net'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll } from 'vitest'

export interface ReceivedLetter extends Email {
  /** Whom the envelope was for, which is what counts. */
  recipient: string
  /** The address that the letter's button leads to. */
  link: string
}

/** A mail server on a port of this machine. */
export interface MailServer {
  /** For `smtpUrl`. */
  url: string
  /** What came so far, the first one first. */
  letters: ReceivedLetter[]
  /** What it says to a recipient instead of 250: `undefined` unless a test says otherwise. */
  refuse: { code: number; text: string } | undefined
}

/** Runs a mail server for the length of a suite; it wants the user `pollen` with the password `s3cret`. */
export function startMailServer(): MailServer {
  const mailServer: MailServer = { url: '', letters: [], refuse: undefined }
  const server = new SMTPServer({
    // No TLS: the test speaks to its own machine.
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    logger: false,
    onAuth: ({ username, password }, _session, done) =>
      username === 'pollen' && password === 's3cret'
        ? done(null, { user: username })
        : done(new Error('wrong password')),
    onRcptTo: (_address, _session, done) => {
      const { refuse } = mailServer
      if (!refuse) return done()
      done(Object.assign(new Error(refuse.text), { responseCode: refuse.code }))
    },
    onData: async (stream, session, done) => {
      const chunks: Buffer[] = []
      for await (const chunk of stream) chunks.push(chunk as Buffer)
      const email = await PostalMime.parse(Buffer.concat(chunks))
      const recipient = session.envelope.rcptTo[0]?.address ?? ''
      const link = /^https?:\/\/\S+$/m.exec(email.text ?? '')?.[0] ?? ''
      mailServer.letters.push({ ...email, recipient, link })
      done()
    },
  })
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.server.address() as AddressInfo
    mailServer.url = `smtp://pollen:s3cret@127.0.0.1:${port}`
  })
  afterAll(() => new Promise<void>((resolve) => server.close(resolve)))
  return mailServer
}
