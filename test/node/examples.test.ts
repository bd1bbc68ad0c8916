import { createHmac } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Client, createClient } from '../../src/node/index.js'
import { listen } from './helpers/listen.js'
import { type PollenServer, startPollenServer } from './helpers/start-pollen-server.js'

const EXAMPLES = new URL('examples/', import.meta.url)
const GUIDE = readFileSync(new URL('../../docs/node.md', import.meta.url), 'utf8')

it.each(readdirSync(EXAMPLES))('the guide shows %s as it is tested here', (name) => {
  const example = readFileSync(new URL(name, EXAMPLES), 'utf8')
  expect(GUIDE).toContain(example.replace('../../../src/node/index.js', 'pollen-js/node'))
})

const post = (url: string, body: object, headers: Record<string, string> = {}) =>
  fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })

describe('a shop', () => {
  let server: PollenServer
  let client: Client
  beforeAll(async () => {
    server = await startPollenServer()
    client = createClient({ apiKey: server.affiliate.api_key, host: server.url })
    await client.partners.create({ email: 'jane@example.com', key: 'jane' })
    process.env.POLLEN_HOST = server.url
    process.env.POLLEN_KEY = server.affiliate.api_key
  }, 30_000)
  afterAll(() => server.close())

  it('pays for a sale to a visitor who was referred, and takes it back', async () => {
    const url = await listen(createServer((await import('./examples/shop.js')).app))
    const cookie = 'theme=dark; partnero_partner=jane'
    await post(`${url}/sign-up`, { id: 'user_42', email: 'ada@example.com' }, { cookie })
    const payment = { paymentId: 'pay_1', amount: 99.99, customerId: 'user_42' }
    await post(`${url}/paid`, payment)
    await post(`${url}/paid`, payment)
    expect((await client.partners.get('jane')).commissions.not_paid).toEqual([
      { currency: 'USD', amount: 29.997 },
    ])
    expect((await post(`${url}/refunded`, { paymentId: 'pay_1' })).status).toBe(204)
    expect((await client.partners.get('jane')).commissions.not_paid).toEqual([])
  })

  it('records nothing for a visitor whom nobody referred', async () => {
    const url = await listen(createServer((await import('./examples/shop.js')).app))
    const payment = { paymentId: 'pay_2', amount: 5, customerId: 'user_7' }
    expect((await post(`${url}/sign-up`, { id: 'user_7' })).status).toBe(201)
    expect((await post(`${url}/paid`, payment)).status).toBe(201)
    expect(await client.transactions.list({ key: 'pay_2' })).toEqual([])
  })
})

it('a webhook is taken when it is signed, and refused when it is not', async () => {
  process.env.POLLEN_WEBHOOK_SECRET = 'Sjn3sNnmh14yk6zb'
  const { app, events } = await import('./examples/webhook.js')
  const url = `${await listen(createServer(app))}/webhooks/pollen`
  const body = { event: 'customer.created', data: { key: 'user_42' } }
  const [id, timestamp] = ['msg_1', String(Math.floor(Date.now() / 1000))]
  const signature = createHmac('sha256', Buffer.from(process.env.POLLEN_WEBHOOK_SECRET, 'base64'))
    .update(`${id}.${timestamp}.${JSON.stringify(body)}`)
    .digest('base64')
  const headers = { 'webhook-id': id, 'webhook-timestamp': timestamp }
  const signed = { ...headers, 'webhook-signature': `v1,${signature}` }
  expect((await post(url, body, signed)).status).toBe(204)
  expect((await post(url, { ...body, event: 'x' }, signed)).status).toBe(400)
  expect((await post(url, body, headers)).status).toBe(400)
  expect(events).toEqual(['customer.created'])
})
