import { connect } from 'node:net'
import { sql } from 'kysely'
import pino from 'pino'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createApp } from '../../src/app.js'
import { readBrowserFiles } from '../../src/browser-files.js'
import { serverDefaults } from '../../src/config.js'
import { DAY_MS } from '../../src/domain/time/day-ms.js'
import { startServer } from '../../src/server.js'
import { readWebFiles } from '../../src/web-files.js'
import { aClick } from '../helpers/a-click.js'
import { aSignUp } from '../helpers/a-sign-up.js'
import { createTestProgram } from '../helpers/create-test-program.js'
import { databases, sqlite, type TestDatabase } from '../helpers/databases.js'
import { startProxy } from '../helpers/start-proxy.js'
import { startTestServer } from '../helpers/start-test-server.js'

const later = { status: 0, message: expect.any(String), errors: {} }

/** What a server at `url` says of itself. */
async function statusOf(url: string) {
  const [health, ready] = await Promise.all([fetch(`${url}/health`), fetch(`${url}/ready`)])
  return { health: health.status, ready: ready.status }
}

/** A server on a database of its own, and a partner. */
async function setUp(create: () => Promise<TestDatabase>) {
  const database = await create()
  const { url, close } = await startServer({ port: 0, logLevel: 'silent', database: database.url })
  const program = await createTestProgram({ url, database })
  await program.api.post('/partners', { key: 'jane', email: 'jane@example.com' })
  const end = async () => {
    await close()
    await database.drop()
  }
  return { ...program, database, db: await database.open(), url, end }
}

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

  it('only reads, because another is the primary now, writes are told to come again, and do', async () => {
    const { database, db, url, api, events, end } = await setUp(create)
    await api.post('/customers', { key: 'user-0', partner: { key: 'jane' } })
    const name = sql.id(new URL(database.url).pathname.slice(1))
    const sale = { key: 'order-1', amount: 100, customer: { key: 'user-0' } }
    const reports = [aClick('jane'), aSignUp({ key: 'user-1' }, 'jane'), sale] as const
    const sendAll = async () => [
      await events.post('/clicks', reports[0]),
      await events.post('/customers', reports[1]),
      await api.post('/transactions', reports[2]),
    ]

    await sql`alter database ${name} set default_transaction_read_only = on`.execute(db)
    await sql`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`.execute(db)
    for (const { status, headers, body } of await sendAll()) {
      expect(status).toBe(503)
      expect(Number(headers['retry-after'])).toBeGreaterThan(0)
      expect(body).toEqual(later)
    }
    expect((await api.get('/partners/jane')).status).toBe(200)
    expect(await statusOf(url)).toEqual({ health: 200, ready: 503 })

    // Connections that only read stay so: it is for the server to get others.
    await sql`alter database ${name} reset default_transaction_read_only`.execute(db)
    await expect.poll(() => statusOf(url)).toEqual({ health: 200, ready: 200 })
    expect((await sendAll()).map(({ status }) => status)).toEqual([201, 201, 200])
    const { referrals } = (await api.get('/partners/jane')).body.data
    expect(referrals).toMatchObject({ clicks: 1, signups: 2, sales_count: 1 })
    await end()
  })

  it('has no room left, nothing is half stored, and all works again once there is', async () => {
    const { db, url, id, events, end } = await setUp(create)
    const signUp = aSignUp({ key: 'user-1' }, 'jane')

    // In its own words, wherever something would need a new page.
    await sql`create function refuse() returns trigger language plpgsql as
      $$ begin raise exception using errcode = 'disk_full'; end $$`.execute(db)
    await sql`create function refuse_table() returns event_trigger language plpgsql as
      $$ begin raise exception using errcode = 'disk_full'; end $$`.execute(db)
    await sql`create trigger full_disk after insert on customer execute function refuse()`.execute(
      db,
    )
    await sql`create event trigger full_disk on ddl_command_start when tag in ('CREATE TABLE')
      execute function refuse_table()`.execute(db)
    const refused = await events.post('/customers', signUp)
    expect(refused).toMatchObject({ status: 503, body: later })
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
    expect(await statusOf(url)).toEqual({ health: 200, ready: 503 })
    const stored = db.selectFrom('customer').select('key').where('program_id', '=', id)
    expect(await stored.execute()).toEqual([])

    await sql`drop event trigger full_disk`.execute(db)
    await sql`drop trigger full_disk on customer`.execute(db)
    await expect.poll(() => statusOf(url)).toEqual({ health: 200, ready: 200 })
    expect((await events.post('/customers', signUp)).status).toBe(201)
    expect(await stored.execute()).toEqual([{ key: 'user-1' }])
    await end()
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
    expect(await statusOf(url)).toEqual({ health: 200, ready: 503 })

    await sql`pragma max_page_count = 1000000`.execute(db)
    await expect.poll(() => statusOf(url)).toEqual({ health: 200, ready: 200 })
    expect(await sendAll()).toEqual(before.map((status) => (status === 201 ? 200 : 201)))
    expect(await stored.execute()).toHaveLength(300)
    await app.close()
    await database.drop()
  })
})

describe.each(databases)('when the clock of a server on $name is set', (database) => {
  const server = startTestServer(database)
  afterEach(() => {
    vi.useRealTimers()
  })

  it.each([
    ['back by a day', -1],
    ['ahead by 400 days', 400],
  ])('%s, and right again, nothing is lost or refused', async (_, days) => {
    const { api, events } = await createTestProgram(server)
    await api.post('/partners', { key: 'jane', email: 'jane@example.com' })
    const report = async (name: string) => {
      const sale = { key: `order-${name}`, amount: 100, customer: { key: name } }
      expect((await events.post('/clicks', aClick('jane'))).status).toBe(201)
      const signUp = await events.post('/customers', aSignUp({ key: name }, 'jane'))
      expect(signUp.body.data.partner).toMatchObject({ key: 'jane' })
      expect((await api.post('/transactions', sale)).body.status).toBe(1)
    }
    // Never beyond this machine's time: whoever shares the process makes no id older than the newest.
    const right = Date.now() - Math.max(days, 0) * DAY_MS
    vi.useFakeTimers({ toFake: ['Date'], now: right })
    await report('before')
    vi.setSystemTime(right + days * DAY_MS)
    await report('meanwhile')
    vi.setSystemTime(right)
    await report('after')
    const { referrals } = (await api.get('/partners/jane')).body.data
    expect(referrals).toMatchObject({ clicks: 3, signups: 3, sales_count: 3 })
  })
})

describe('a server', () => {
  const server = startTestServer(sqlite)

  it('says that it is well, and ready', async () => {
    for (const path of ['health', 'ready']) {
      const answer = await fetch(`${server.url}/${path}`)
      expect([answer.status, await answer.json()]).toEqual([200, { status: 'ok' }])
    }
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
