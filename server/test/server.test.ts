import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterEach, describe, expect, it } from 'vitest'
import { startServer } from '../src/server.js'
import { migrations } from '../src/store/migrations/index.js'
import { aClick } from './helpers/a-click.js'
import { aSignUp } from './helpers/a-sign-up.js'
import { createTestProgram } from './helpers/create-test-program.js'
import { databases, type TestDatabase } from './helpers/databases.js'
import { spawnServer } from './helpers/spawn-server.js'

describe.each(databases)('servers on $name', ({ create }) => {
  const undo: (() => Promise<unknown>)[] = []
  afterEach(async () => {
    for (const step of undo.splice(0).reverse()) await step()
  })

  async function emptyDatabase(): Promise<TestDatabase> {
    const database = await create()
    undo.push(database.drop)
    return database
  }

  async function start(database: TestDatabase) {
    const server = await spawnServer(database)
    undo.push(server.kill)
    return server
  }

  it('started at the same time on a new database all work', async () => {
    const database = await emptyDatabase()
    const servers = await Promise.all([1, 2, 3].map(() => start(database)))
    const { rows } = await sql<{ name: string }>`select name from kysely_migration`.execute(
      await database.open(),
    )
    expect(rows.map(({ name }) => name).sort()).toEqual(Object.keys(migrations).sort())
    for (const server of servers) {
      const { api } = await createTestProgram(server)
      expect((await api.get('/test')).status).toBe(200)
    }
  })

  it('of an older version start beside a newer one, and say so', async () => {
    const database = await emptyDatabase()
    await sql`insert into kysely_migration (name, timestamp)
      values ('999-of-tomorrow', '2030-01-01T00:00:00.000Z')`.execute(await database.open())
    const server = await start(database)
    const { api } = await createTestProgram(server)
    expect((await api.get('/test')).status).toBe(200)
    expect((await server.stop()).stderr).toMatch(
      /"migrations":\["999-of-tomorrow"\].*the database was migrated by a newer version/,
    )
  })

  it('that share a database record what all are sent at once, once', async () => {
    const database = await emptyDatabase()
    const [one, two] = [await start(database), await start(database)]
    const { id, api, events } = await createTestProgram(one)
    const apis = [api, api.at(`${two.url}/v1`)]
    const senders = [events, events.at(`${two.url}/pub/v1/programs/${id}`)]
    await api.post('/partners', { key: 'jane', email: 'jane@example.com' })
    const signUp = aSignUp({ key: 'user-1', email: 'anna@example.com' }, 'jane')
    const sale = { customer: { key: 'user-1' }, key: 'order-1', amount: 100 }
    const click = aClick('jane')

    const clicks = await Promise.all(
      [...senders, ...senders].map((to) => to.post('/clicks', click)),
    )
    const signUps = await Promise.all(
      [...senders, ...senders].map((to) => to.post('/customers', signUp)),
    )
    const sales = await Promise.all([...apis, ...apis].map((to) => to.post('/transactions', sale)))

    for (const answers of [clicks, signUps]) {
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 201])
      for (const { body } of answers) expect(body).toEqual(answers[0]?.body)
    }
    for (const { status, body } of sales) {
      expect(status).toBe(200)
      expect(body).toEqual(sales[0]?.body)
    }
    const partner = await api.get('/partners/jane')
    expect(partner.body.data).toMatchObject({
      referrals: { clicks: 1, signups: 1, sales_count: 1 },
      commissions: { not_paid: [{ amount: 30 }] },
    })
  })

  it.each(['stop', 'kill'] as const)('keep what they acknowledged after a %s', async (end) => {
    const database = await emptyDatabase()
    const first = await start(database)
    const { api } = await createTestProgram(first)
    await api.post('/partners', { key: 'jane', email: 'jane@example.com' })
    const sent = Array.from({ length: 20 }, (_, index) =>
      api
        .post('/customers', { key: `user-${index}`, partner: { key: 'jane' } })
        // The server is gone: nothing was acknowledged.
        .catch(() => undefined),
    )
    await sent[3]
    await first[end]()
    const acknowledged = (await Promise.all(sent)).flatMap((answer) => answer?.body.data ?? [])

    const second = await start(database)
    const { body } = await api.at(`${second.url}/v1`).get('/customers?limit=100')
    expect(acknowledged.length).toBeGreaterThan(0)
    expect(body.data).toEqual(expect.arrayContaining(acknowledged))
  })

  it('told to stop end well, although a client keeps its connection', async () => {
    const database = await emptyDatabase()
    const server = await start(database)
    await fetch(`${server.url}/health`, { keepalive: true })
    expect(await server.stop()).toMatchObject({ code: 0 })
  })
})

describe('a server that cannot start says why', () => {
  it.each([
    ['sqlite:/nowhere/pollen.db', /sqlite:\/nowhere\/pollen\.db cannot be used: .*writable/],
    ['postgres://me:secret@127.0.0.1:1/x', /postgres:\/\/…@127\.0\.0\.1:1\/x .*ECONNREFUSED/],
    ['mysql://localhost/x', /begins with neither sqlite: nor postgres/],
  ])('for the database %s', async (database, sentence) => {
    const start = startServer({ port: 0, database, logLevel: 'silent' })
    await expect(start).rejects.toThrow(sentence)
    await expect(start).rejects.not.toThrow('secret')
  })

  it('for a port that is taken', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'pollen-port-'))
    const options = { database: `sqlite:${join(directory, 'a.db')}`, logLevel: 'silent' } as const
    const first = await startServer({ ...options, port: 0 })
    const port = Number(new URL(first.url).port)
    await expect(startServer({ ...options, port })).rejects.toThrow(
      `Port ${port} on 127.0.0.1 is taken by another program: choose another with --port.`,
    )
    await first.close()
    rmSync(directory, { recursive: true })
  })
})
