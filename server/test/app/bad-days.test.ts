import { connect } from 'node:net'
import { sql } from 'kysely'
import pg from 'pg'
import pino from 'pino'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createApp } from '../../src/app.js'
import { readBrowserFiles } from '../../src/browser-files.js'
import { serverDefaults } from '../../src/config.js'
import { startServer } from '../../src/server.js'
import { isUnavailable } from '../../src/store/is-unavailable.js'
import { readWebFiles } from '../../src/web-files.js'
import { aClick } from '../helpers/a-click.js'
import { aSignUp } from '../helpers/a-sign-up.js'
import { createTestProgram } from '../helpers/create-test-program.js'
import { databases, sqlite } from '../helpers/databases.js'
import { startProxy } from '../helpers/start-proxy.js'
import { startTestServer } from '../helpers/start-test-server.js'

const later = { status: 0, message: expect.any(String), errors: {} }

describe.each(databases.filter(({ name }) => name === 'PostgreSQL'))('when %s', ({ create }) => {
  it('is unreachable, all is answered 503 for that time, and works again by itself', async () => {
    const database = await create()
    const road = await startProxy(database.url)
    const { url, close } = await startServer({ port: 0, logLevel: 'silent', database: road.url })
    const { api, events } = await createTestProgram({ url, database })
    await api.post('/partners', { key: 'jane', email: 'jane@example.com' })
    const click = aClick('jane')
    const sale = { key: 'order-1', amount: 100, customer: { key: 'user-1' } }

    await road.cut()
    const refused = await Promise.all([
      events.post('/clicks', click),
      events.post('/customers', aSignUp({ key: 'user-1' }, 'jane')),
      api.post('/transactions', sale),
      api.at(url).get('/health'),
      api.at(url).get('/ready'),
    ])
    for (const { status, headers, body } of refused) {
      expect(status).toBe(503)
      expect(Number(headers['retry-after'])).toBeGreaterThan(0)
      expect(body).toEqual(later)
    }

    await road.mend()
    await expect.poll(async () => (await api.at(url).get('/ready')).status).toBe(200)
    expect((await events.post('/clicks', click)).status).toBe(201)
    expect((await api.get('/partners/jane')).body.data.referrals.clicks).toBe(1)
    await close()
    await database.drop()
  })

  it('gives out no more connections, who gets none is told to come again, and can', async () => {
    const database = await create()
    const db = await database.open()
    const url = new URL(database.url)
    url.username = `role${url.pathname.slice(1)}`
    const role = sql.id(url.username)
    await sql`create role ${role} login password ${sql.lit(url.password)}`.execute(db)
    await sql`grant all on all tables in schema public to ${role}`.execute(db)
    const server = await startServer({ port: 0, logLevel: 'silent', database: url.href })
    const { api } = await createTestProgram({ url: server.url, database })
    // A list of sales has a connection of its own, where single ones would share one.
    const sale = (key: string) => ({
      customer: { key: 'user-1' },
      transactions: [{ key, amount: 100 }],
    })
    await api.post('/partners', { key: 'jane', email: 'jane@example.com' })
    await api.post('/customers', { key: 'user-1', partner: { key: 'jane' } })

    await sql`alter role ${role} connection limit 2`.execute(db)
    const keys = Array.from({ length: 20 }, (_, number) => `order-${number}`)
    const answers = await Promise.all(keys.map((key) => api.post('/transactions', sale(key))))
    const refused = answers.filter(({ status }) => status !== 200)
    expect(refused.length).toBeGreaterThan(0)
    expect(refused.length).toBeLessThan(keys.length)
    for (const { status, headers, body } of refused) {
      expect(status).toBe(503)
      expect(Number(headers['retry-after'])).toBeGreaterThan(0)
      expect(body).toEqual(later)
    }

    await sql`alter role ${role} connection limit -1`.execute(db)
    for (const key of keys) expect((await api.post('/transactions', sale(key))).status).toBe(200)
    expect((await api.get('/transactions', { limit: 50 })).body.data).toHaveLength(keys.length)
    await server.close()
    await sql`drop owned by ${role}`.execute(db)
    await sql`drop role ${role}`.execute(db)
    await database.drop()
  })
})

describe('when SQLite', () => {
  it('has no space left, nothing is half stored, and all works again once there is', async () => {
    const database = await sqlite.create()
    const db = await database.open()
    const app = await createApp({
      ...serverDefaults,
      db,
      logLevel: 'silent',
      files: readBrowserFiles(),
      web: readWebFiles(),
      help: undefined,
      logTo: pino.destination(2),
    })
    const url = await app.listen({ port: 0, host: '127.0.0.1' })
    const { id, events } = await createTestProgram({ url, database })
    const signUps = Array.from({ length: 300 }, (_, index) =>
      aSignUp({ key: `user-${index}`, name: 'x'.repeat(200) }),
    )
    const sendAll = async () => {
      const answers = await Promise.all(signUps.map((signUp) => events.post('/customers', signUp)))
      return answers.map(({ status }) => status)
    }

    const stored = db.selectFrom('customer').select('uid').where('program_id', '=', id)

    // The pages that the file has already may take some.
    await sql`pragma max_page_count = 1`.execute(db)
    const before = await sendAll()
    expect(before).toContain(503)
    expect(await stored.execute()).toHaveLength(before.filter((status) => status === 201).length)

    await sql`pragma max_page_count = 1000000`.execute(db)
    expect(await sendAll()).toEqual(before.map((status) => (status === 201 ? 200 : 201)))
    expect(await stored.execute()).toHaveLength(300)
    await app.close()
    await database.drop()
  })
})

describe('a server', () => {
  const server = startTestServer(sqlite)
  afterEach(() => {
    vi.useRealTimers()
  })

  it('says that it is well, and ready', async () => {
    for (const path of ['health', 'ready']) {
      const answer = await fetch(`${server.url}/${path}`)
      expect([answer.status, await answer.json()]).toEqual([200, { status: 'ok' }])
    }
  })

  it('takes events when its clock jumps back', async () => {
    const { api, events } = await createTestProgram(server)
    await api.post('/partners', { key: 'jane', email: 'jane@example.com' })
    await events.post('/clicks', aClick('jane'))
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() - 86_400_000 })
    expect((await events.post('/clicks', aClick('jane'))).status).toBe(201)
    const signUp = await events.post('/customers', aSignUp({ key: 'user-1' }, 'jane'))
    expect(signUp.body.data.partner).toMatchObject({ key: 'jane' })
  })

  it('stores nothing of a report whose sender hangs up in the middle', async () => {
    const { id, api } = await createTestProgram(server)
    await api.post('/partners', { key: 'jane', email: 'jane@example.com' })
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1')
    const text = JSON.stringify(aClick('jane'))
    socket.write(
      `POST /pub/v1/programs/${id}/clicks HTTP/1.1\r\nHost: x\r\nContent-Type: text/plain\r\n` +
        `Content-Length: ${text.length}\r\n\r\n${text.slice(0, 50)}`,
      () => socket.destroy(),
    )
    await new Promise((resolve) => socket.on('close', resolve))
    expect((await api.get('/partners/jane')).body.data.referrals.clicks).toBe(0)
  })

  it('goes on answering others beside one who asks and never reads', async () => {
    const { id, api } = await createTestProgram(server)
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1').pause()
    const question = `GET /program/${id}/settings/settings.js HTTP/1.1\r\nHost: x\r\n\r\n`
    socket.write(question.repeat(5000))
    expect((await api.get('/test')).status).toBe(200)
    socket.destroy()
  })

  it('that is told to stop finishes what it has accepted', async () => {
    const database = await sqlite.create()
    const { url, close } = await startServer({
      port: 0,
      logLevel: 'silent',
      database: database.url,
    })
    const { id } = await createTestProgram({ url, database })
    const text = JSON.stringify(aClick('jane'))
    const socket = connect(Number(new URL(url).port), '127.0.0.1')
    const answer = new Promise<string>((resolve) => {
      let received = ''
      socket.on('data', (chunk) => {
        received += chunk
      })
      socket.on('close', () => resolve(received))
    })
    socket.write(
      `POST /pub/v1/programs/${id}/clicks HTTP/1.1\r\nHost: x\r\nContent-Type: text/plain\r\n` +
        `Expect: 100-continue\r\nContent-Length: ${text.length}\r\n\r\n`,
    )
    await new Promise((resolve) => socket.once('data', resolve))
    const closed = close()
    socket.write(text)
    expect(await answer).toMatch(/HTTP\/1\.1 201 Created.*connection: close/is)
    await closed
    await database.drop()
  })
})

it.each([
  ['53300', true],
  ['53100', true],
  ['57P01', true],
  ['57P03', true],
  ['08006', true],
  ['25006', true],
  ['SQLITE_FULL', true],
  ['SQLITE_IOERR_WRITE', true],
  ['SQLITE_BUSY', true],
  ['23505', false],
  ['42P01', false],
  ['SQLITE_CONSTRAINT_UNIQUE', false],
])('an error with the code %s is passing: %s', (code, isPassing) => {
  const error = code.startsWith('SQLITE')
    ? new Error('disk')
    : new pg.DatabaseError('server', 1, 'error')
  expect(isUnavailable(Object.assign(error, { code }))).toBe(isPassing)
})
