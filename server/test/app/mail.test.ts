import { sql } from 'kysely'
import { afterEach, describe, expect, it } from 'vitest'
import type { ServerConfig } from '../../src/config.js'
import { startServer } from '../../src/server.js'
import { createTestProgram, type TestProgram } from '../helpers/create-test-program.js'
import { databases } from '../helpers/databases.js'
import { eventually } from '../helpers/eventually.js'
import { startMailServer } from '../helpers/start-mail-server.js'
import { startTestServer } from '../helpers/start-test-server.js'

const HOUR_MS = 3_600_000

describe.each(databases)('mail on $name', (database) => {
  const mailServer = startMailServer()
  const lines: string[] = []
  const options = (): Partial<ServerConfig> => ({
    smtpUrl: mailServer.url,
    mailFrom: 'news@shop.example',
    publicUrl: 'https://pollen.example',
    logLevel: 'info',
  })
  const server = startTestServer(database, options, { write: (line) => void lines.push(line) })
  afterEach(() => {
    mailServer.refuse = undefined
    lines.length = 0
  })

  const friendsProgram = () =>
    createTestProgram(server, { type: 'refer_a_friend', name: 'Käse & Söhne <shop>' })

  const invite = ({ api }: TestProgram, email: string) =>
    api.post('/customers:invite', { email, name: 'Bob', key: email.split('@')[0] })

  const lettersTo = (email: string) =>
    mailServer.letters.filter(({ recipient }) => recipient === email)

  const letterTo = (email: string) =>
    eventually(() => {
      expect(lettersTo(email)).toHaveLength(1)
      return lettersTo(email)[0]
    })

  const waiting = async ({ id }: TestProgram) =>
    (await server.database.open())
      .selectFrom('mail')
      .selectAll()
      .where('program_id', '=', id)
      .execute()

  /** As if all that happened to a program's letters had happened `ms` earlier. */
  const age = async ({ id }: TestProgram, ms: number) =>
    (await server.database.open())
      .updateTable('mail')
      .set({
        created_at: sql<number>`created_at - ${sql.lit(ms)}`,
        expires_at: sql<number>`expires_at - ${sql.lit(ms)}`,
        next_attempt_at: sql<number>`next_attempt_at - ${sql.lit(ms)}`,
      })
      .where('program_id', '=', id)
      .execute()

  const logged = (message: string) =>
    eventually(() => {
      const found = lines.map((line) => JSON.parse(line)).find(({ msg }) => msg === message)
      expect(found).toBeDefined()
      return found
    })

  it('brings whom a program invites their link, as text and as HTML, and is forgotten', async () => {
    const program = await friendsProgram()
    const answer = await invite(program, 'bob@example.com')
    expect(answer.body.data).toMatchObject({ email: 'bob@example.com', is_mail_sent: true })
    const letter = await letterTo('bob@example.com')
    expect(letter).toMatchObject({
      subject: 'Your link for friends of Käse & Söhne <shop>',
      from: { name: 'Käse & Söhne <shop>', address: 'news@shop.example' },
      link: 'https://shop.example?ref=bob',
      text: expect.stringContaining('Hello Bob,'),
      html: expect.stringContaining('<a href="https://shop.example?ref=bob"'),
    })
    expect(letter?.html).toContain('Käse &amp; Söhne &lt;shop&gt;')
    await expect.poll(() => waiting(program)).toEqual([])
  })

  it('comes once, however many servers share the database', async () => {
    const { close } = await startServer({
      ...options(),
      port: 0,
      database: server.database.url,
      logLevel: 'silent',
    })
    const program = await friendsProgram()
    const people = Array.from({ length: 20 }, (_, number) => `friend-${number}@example.com`)
    await Promise.all(people.map((email) => invite(program, email)))
    await expect.poll(() => waiting(program)).toEqual([])
    await close()
    for (const email of people) expect(lettersTo(email)).toHaveLength(1)
  })

  it('is tried again after a mail server was busy, with the same id', async () => {
    mailServer.refuse = { code: 451, text: 'try later, eve@example.com' }
    const program = await friendsProgram()
    await invite(program, 'eve@example.com')
    const failure = await logged('mail could not be sent yet')
    expect(failure).toMatchObject({
      program: program.id,
      kind: 'invitation',
      reason: 'EENVELOPE 451',
    })
    const [row] = await eventually(async () => {
      const rows = await waiting(program)
      expect(rows).toMatchObject([{ failed: 1 }])
      return rows
    })
    mailServer.refuse = undefined
    await age(program, HOUR_MS)
    const letter = await letterTo('eve@example.com')
    expect(letter?.messageId).toBe(`<${row?.uid}@shop.example>`)
  })

  it.each([
    ['that a mail server refuses for good', 550, 0],
    ['that could not be sent for a day', 451, 25 * HOUR_MS],
  ])('%s is given up; the log says so without the address', async (_case, code, laterMs) => {
    mailServer.refuse = { code, text: 'no such mailbox: fay@example.com' }
    const program = await friendsProgram()
    await invite(program, 'fay@example.com')
    if (laterMs > 0) {
      await logged('mail could not be sent yet')
      await expect.poll(() => waiting(program)).toMatchObject([{ failed: 1 }])
      await age(program, laterMs)
    }
    expect(await logged('mail was given up')).toMatchObject({ program: program.id, level: 50 })
    await expect.poll(() => waiting(program)).toEqual([])
    expect(lines.join('')).not.toMatch(/fay|s3cret/)
  })
})

describe('mail', () => {
  it.each([
    [{ publicUrl: 'https://pollen.example' }, 'Say with --mail-from who mail comes from.'],
    [{ mailFrom: 'a@shop.example' }, /Say with --public-url where browsers reach this server/],
  ])('is not sent by a server that was told %o alone', async (options, reason) => {
    const config = { smtpUrl: 'smtp://127.0.0.1:1', database: 'sqlite::memory:', port: 0 }
    await expect(startServer({ ...config, ...options })).rejects.toThrow(reason)
  })
})
