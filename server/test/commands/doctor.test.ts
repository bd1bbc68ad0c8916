import { writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import { compareClocks } from '../../src/doctor/check-database.js'
import { examine, type Installation } from '../../src/doctor/examine.js'
import { createTestAccount } from '../helpers/create-test-account.js'
import { createTestProgram } from '../helpers/create-test-program.js'
import { databases, sqlite } from '../helpers/databases.js'
import { messagesAreTried } from '../helpers/messages-are-tried.js'
import { runCli } from '../helpers/run-cli.js'
import { startMailServer } from '../helpers/start-mail-server.js'
import { startTestServer, type TestServer } from '../helpers/start-test-server.js'

const noMail = { smtpUrl: undefined, mailFrom: undefined }

const examineServer = ({ database, url }: TestServer, more: Partial<Installation> = {}) =>
  examine({ database: database.url, publicUrl: url, ...noMail, ...more })

describe.each(databases)('pollen-server doctor of a new server on $name', (database) => {
  const server = startTestServer(database)

  const states = async () => {
    const findings = await examineServer(server)
    return Object.fromEntries(findings.map(({ check, state }) => [check, state]))
  }

  it('warns of a database that a newer version has migrated', async () => {
    const db = await server.database.open()
    await sql`insert into kysely_migration values ('999-of-tomorrow', '2030-01-01')`.execute(db)
    const [found] = await examineServer(server)
    await sql`delete from kysely_migration where name = '999-of-tomorrow'`.execute(db)
    expect(found).toMatchObject({
      check: 'database',
      state: 'warn',
      message: expect.stringContaining('999-of-tomorrow'),
    })
  })

  it('finds what is still to be done, and then nothing', async () => {
    expect(await states()).toMatchObject({
      database: 'ok',
      writing: 'ok',
      clock: 'ok',
      'public URL': 'ok',
      programs: 'warn',
      accounts: 'warn',
      webhooks: 'ok',
    })
    // The server itself is a website that answers.
    await createTestProgram(server, { website: server.url })
    await createTestAccount(server)
    // How much room there is on the disk, nobody promises.
    const { disk: _, ...found } = await states()
    expect([...new Set(Object.values(found))]).toEqual(['ok'])
  })
})

describe.each(databases)('pollen-server doctor on $name', (database) => {
  const server = startTestServer(database)
  const mailServer = startMailServer()

  const examined = (more: Partial<Installation> = {}) => examineServer(server, more)

  it('finds a webhook that was switched off, and messages that nobody sends', async () => {
    const { id, api } = await createTestProgram(server, { website: server.url })
    await api.post('/webhooks', {
      key: 'hook',
      name: 'Back end',
      url: 'https://shop.example/hook',
      events: ['customer.created'],
    })
    const db = await server.database.open()
    await db
      .updateTable('webhook')
      .set({ notice: 'Nothing arrived for 24 hours.' })
      .where('program_id', '=', id)
      .execute()
    expect(await examined()).toContainEqual({
      check: 'webhooks',
      state: 'warn',
      message: `The webhook hook of ${id} is switched off: Nothing arrived for 24 hours.`,
      advice: expect.stringContaining(`webhook log ${id} hook`),
    })
  })

  it('finds a webhook that takes nothing, while messages to it are tried again', async () => {
    const { id, api } = await createTestProgram(server, { website: server.url })
    await api.post('/webhooks', {
      key: 'down',
      name: 'Back end',
      url: 'https://shop.example/hook',
      events: ['partner.created'],
    })
    await api.post('/partners', { key: 'jane', email: 'jane@example.com' })
    await messagesAreTried(api, 'down')
    const db = await server.database.open()
    const hoursAgo = Date.now() - 2 * 60 * 60_000
    const later = Date.now() + 60_000
    await db
      .updateTable('webhook_delivery')
      .set({ failed_in_row: 3, first_attempt_at: hoursAgo, next_attempt_at: later })
      .where('program_id', '=', id)
      .execute()
    expect(await examined()).toContainEqual({
      check: 'webhooks',
      state: 'warn',
      message: `The webhook down of ${id} has taken none of 1 messages for 120 minutes.`,
      advice: expect.stringContaining(`webhook log ${id} down`),
    })
  })

  it('finds whether the mail server lets it in, without sending a letter', async () => {
    const mailOf = async (more: Partial<Installation>) =>
      (await examined({ mailFrom: 'news@shop.example', ...more })).filter(
        ({ check }) => check === 'mail',
      )
    const smtpUrl = mailServer.url
    expect(await mailOf({ smtpUrl })).toMatchObject([{ state: 'ok' }])
    expect(await mailOf({ smtpUrl, mailFrom: undefined })).toMatchObject([
      { state: 'fail', advice: expect.stringContaining('--mail-from') },
    ])
    const [locked] = await mailOf({ smtpUrl: smtpUrl.replace('s3cret', 'other') })
    expect(locked).toMatchObject({ state: 'fail', message: expect.stringMatching('EAUTH 535') })
    expect(JSON.stringify(locked)).not.toMatch(/other|pollen:/)
    expect(await mailOf({ smtpUrl: 'smtp://127.0.0.1:1' })).toMatchObject([
      { state: 'fail', message: expect.stringMatching(/^127\.0\.0\.1:1 cannot be used/) },
    ])
    expect(mailServer.letters).toEqual([])
  })

  it('finds a letter that nobody sends', async () => {
    const { id } = await createTestProgram(server, { website: server.url })
    const db = await server.database.open()
    const at = Date.now() - 20 * 60_000
    const letter = { kind: 'sign_in', email: 'jane@example.com', content: '{}' } as const
    const times = { created_at: at, next_attempt_at: at, expires_at: at + 86_400_000, failed: 0 }
    await db
      .insertInto('mail')
      .values({ program_id: id, uid: uuidv7(), ...letter, ...times })
      .execute()
    expect(await examined()).toContainEqual({
      check: 'mail',
      state: 'warn',
      message: 'A letter has been due for 20 minutes.',
      advice: expect.stringContaining('--smtp-url'),
    })
  })

  it('finds another server at the public URL, and none', async () => {
    await createTestProgram(server)
    const stranger = createServer((_, response) => response.end('{}')).listen(0, '127.0.0.1')
    await new Promise((resolve) => stranger.once('listening', resolve))
    const { port } = stranger.address() as AddressInfo
    const another = createServer((request, response) => {
      response.writeHead(request.url === '/health' ? 200 : 404).end()
    }).listen(0, '127.0.0.1')
    await new Promise((resolve) => another.once('listening', resolve))
    const anotherUrl = `http://127.0.0.1:${(another.address() as AddressInfo).port}`
    const messageOf = async (url: string) =>
      (await examined({ publicUrl: url })).find(({ check }) => check === 'public URL')
    expect(await messageOf(anotherUrl)).toMatchObject({
      state: 'fail',
      message: expect.stringContaining('does not know the program'),
    })
    stranger.close()
    another.close()
    expect(await messageOf(`http://127.0.0.1:${port}`)).toMatchObject({
      state: 'fail',
      message: expect.stringContaining('does not answer'),
    })
  })
})

describe('pollen-server doctor', () => {
  it('makes no database where there is none, and ends with 1', async () => {
    const database = await sqlite.create()
    const run = () => runCli(['doctor', '--json', '--database', database.url]).ended
    for (const { code, stdout } of [await run(), await run()]) {
      expect(code).toBe(1)
      expect(JSON.parse(stdout)).toMatchObject([
        { check: 'database', state: 'fail', message: expect.stringContaining('There is no file') },
      ])
    }
    await database.drop()
  })

  it('says of a file that is no database that it cannot be reached', async () => {
    const database = await sqlite.create()
    writeFileSync(database.url.slice('sqlite:'.length), 'no database at all '.repeat(100))
    const [finding] = await examine({ database: database.url, publicUrl: undefined, ...noMail })
    expect(finding).toMatchObject({ check: 'database', state: 'fail' })
    await database.drop()
  })

  it('speaks in plain lines where nobody sees colours', async () => {
    const database = await sqlite.create()
    const { code, stdout } = await runCli(['doctor', '--database', database.url]).ended
    expect(code).toBe(1)
    expect(stdout).toMatch(/^✗ database {4}There is no file/)
    await database.drop()
  })

  it.each([
    [0, 'ok'],
    [1_900, 'ok'],
    [-60_000, 'warn'],
    [86_400_000 * 3, 'warn'],
  ])('takes clocks that are %i ms apart for %s', (apart, state) => {
    expect(compareClocks('another', 1_000_000_000_000 + apart, 1_000_000_000_000, 0).state).toBe(
      state,
    )
  })
})

it.each(databases.filter(({ name }) => name === 'PostgreSQL'))(
  'pollen-server doctor finds that $name only reads',
  async ({ create }) => {
    const database = await create()
    const name = sql.id(new URL(database.url).pathname.slice(1))
    const db = await database.open()
    await sql`alter database ${name} set default_transaction_read_only = on`.execute(db)
    const findings = await examine({ database: database.url, publicUrl: undefined, ...noMail })
    await database.drop()
    expect(findings.find(({ check }) => check === 'writing')).toMatchObject({
      state: 'fail',
      message: expect.stringContaining('read-only'),
      advice: expect.stringContaining('no read-only copy'),
    })
  },
)
