import { beforeAll, describe, expect, it } from 'vitest'
import { startServer } from '../../../src/server.js'
import { aClick } from '../../helpers/a-click.js'
import { aSignUp } from '../../helpers/a-sign-up.js'
import { createTestAccount, ownPage, signedIn } from '../../helpers/create-test-account.js'
import { createTestProgram, type TestProgram } from '../../helpers/create-test-program.js'
import { databases } from '../../helpers/databases.js'
import { startTestServer } from '../../helpers/start-test-server.js'

interface Told {
  id: string
  type: string
  customer: { id: string } | null
}

const jane = { id: 'jane', name: 'Jane' }
const ann = { id: 'ann', name: 'Ann', email: 'ann@example.com' }

describe.each(databases)('activity on $name', (database) => {
  const server = startTestServer(database)

  async function newProgram(): Promise<TestProgram> {
    const program = await createTestProgram(server)
    await program.api.post('/partners', { key: 'jane', email: 'jane@example.com', name: 'Jane' })
    return program
  }

  describe('of a program where something of every kind happened', () => {
    let program: TestProgram
    beforeAll(async () => {
      program = await newProgram()
      const { api, events } = program
      await events.post('/clicks', aClick('jane'))
      await events.post('/customers', aSignUp({ ...ann, key: 'ann', id: undefined }, 'jane'))
      const customer = { key: 'ann' }
      await api.post('/transactions', { customer, key: 'order-1', amount: 99.99 })
      await api.post('/transactions', { customer, key: 'order-2', amount: 10 })
      await api.delete('/transactions/order-2')
      await api.post('/partners/jane/reward', { amount: 5 })
      await api.post('/payout_requests', { partner: { key: 'jane' }, amount_units: 'USD' })
    })

    it('is told the newest first, with who and how much', async () => {
      const { status, body } = await program.api.get('/activity')
      expect(status).toBe(200)
      const common = {
        id: expect.any(String),
        at: expect.any(String),
        partner: jane,
        customer: ann,
        amount: null,
        url: null,
      }
      const usd = (amount: number) => ({ units: 'USD', amount })
      const expected = [
        { ...common, type: 'payout_request', customer: null, amount: usd(34.997) },
        { ...common, type: 'reward', customer: null, amount: usd(5) },
        { ...common, type: 'refund', amount: usd(10) },
        { ...common, type: 'sale', amount: usd(10) },
        { ...common, type: 'sale', amount: usd(99.99) },
        { ...common, type: 'signup' },
        { ...common, type: 'click', customer: null, url: 'https://shop.example/?aff=jane' },
      ]
      const name = ({ type, amount }: { type: string; amount: unknown }) =>
        type + JSON.stringify(amount)
      const inOrder = (rows: Parameters<typeof name>[0][]) =>
        [...rows].sort((one, other) => (name(one) < name(other) ? -1 : 1))
      expect(inOrder(body.data)).toEqual(inOrder(expected))
      const times = body.data.map(({ at }: { at: string }) => at)
      expect(times).toEqual([...times].sort().reverse())
    })

    it('is read page by page, each thing once', async () => {
      const whole = await program.api.get('/activity')
      const ids = whole.body.data.map(({ id }: Told) => id)
      const pages: string[] = []
      for (;;) {
        const before = pages.length > 0 ? `&before=${pages.at(-1)}` : ''
        const { body } = await program.api.get(`/activity?limit=2${before}`)
        if (body.data.length === 0) break
        pages.push(...body.data.map(({ id }: Told) => id))
      }
      expect(pages).toEqual(ids)
    })

    it('is nothing of other programs', async () => {
      const { api } = await createTestProgram(server)
      expect((await api.get('/activity')).body).toEqual({ data: [], status: 1 })
    })

    it.each(['nonsense', '1-sale', '1-unknown-x', '-1-sale-x'])(
      'does not go on from %j',
      async (before) => {
        const { status, body } = await program.api.get(`/activity?before=${before}`)
        expect([status, Object.keys(body.errors)]).toEqual([422, ['before']])
      },
    )
  })

  it('keeps the order of things that came at once', async () => {
    const { id, api } = await newProgram()
    await api.post('/customers', { key: 'ann', partner: { key: 'jane' } })
    const transactions = Array.from({ length: 7 }, (_, n) => ({ key: `order-${n}`, amount: n + 1 }))
    await api.post('/transactions', { customer: { key: 'ann' }, transactions })
    const db = await server.database.open()
    for (const table of ['transaction', 'customer'] as const) {
      await db
        .updateTable(table)
        .set({ created_at: Date.now() })
        .where('program_id', '=', id)
        .execute()
    }
    const seen: string[] = []
    for (let page = 0; page < 4; page++) {
      const before = seen.length > 0 ? `&before=${seen.at(-1)}` : ''
      const { body } = await api.get(`/activity?limit=2${before}`)
      seen.push(...body.data.map(({ id }: Told) => id))
    }
    expect(new Set(seen).size).toBe(8)
  })

  it('streams what happens as it happens, also by other nodes, and to a page that is signed in', async () => {
    const { id, api, events } = await newProgram()
    await events.post('/clicks', aClick('jane'))
    const another = await startServer({
      port: 0,
      logLevel: 'silent',
      database: server.database.url,
    })
    const cookie = await signedIn(server, await createTestAccount(server, [id]))
    const stream = await openStream(another.url, { cookie, 'x-pollen-program': id })
    expect(stream.headers.get('content-type')).toBe('text/event-stream')
    await api.post('/customers', { ...ann, key: 'ann', partner: { key: 'jane' } })
    await events.post('/clicks', aClick('jane'))
    await expect.poll(() => stream.told.map(({ type }) => type)).toEqual(['signup', 'click'])

    // It goes on where it was left.
    const first = stream.told[0]?.id ?? ''
    const resumed = await openStream(another.url, {
      cookie,
      'x-pollen-program': id,
      'last-event-id': first,
    })
    await expect.poll(() => resumed.told.map(({ type }) => type)).toEqual(['click'])

    // And ends with the server that it comes from.
    await another.close()
    await Promise.all([stream.ended, resumed.ended])
  })

  it('is streamed to nobody who may not read the program', async () => {
    const { id } = await newProgram()
    const { id: other } = await newProgram()
    const cookie = await signedIn(server, await createTestAccount(server, [other]))
    const page = ownPage(server, { cookie, 'x-pollen-program': id })
    expect((await page.get('/v1/activity/stream')).status).toBe(403)
    expect((await ownPage(server).get('/v1/activity/stream')).status).toBe(401)
  })
})

/** Reads a stream until it ends. */
async function openStream(url: string, headers: Record<string, string>) {
  const response = await fetch(`${url}/v1/activity/stream`, { headers })
  expect(response.status).toBe(200)
  const told: Told[] = []
  const read = async () => {
    const text = response.body?.pipeThrough(new TextDecoderStream())
    let rest = ''
    for await (const chunk of text ?? []) {
      const messages = (rest + chunk).split('\n\n')
      rest = messages.pop() ?? ''
      for (const message of messages) {
        const data = /^data: (.*)$/m.exec(message)?.[1]
        if (data) told.push(JSON.parse(data))
      }
    }
  }
  const started = read()
  return { headers: response.headers, told, ended: started }
}
