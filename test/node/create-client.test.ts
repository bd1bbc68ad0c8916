import { createServer } from 'node:http'
import { afterAll, beforeAll, describe, expect, expectTypeOf, it } from 'vitest'
import { type Client, type Customer, createClient, PollenError } from '../../src/node/index.js'
import { listen } from './helpers/listen.js'
import { sendJson } from './helpers/send-json.js'
import { type PollenServer, startPollenServer } from './helpers/start-pollen-server.js'
import { startUpstream } from './helpers/start-upstream.js'

const KEY = 'pollen_ABCDEFGH_secret'

const failureOf = (call: Promise<unknown>): Promise<PollenError> =>
  call.then(
    () => expect.unreachable('The call should have failed.'),
    (error) => error,
  )

describe('with a real server', () => {
  let server: PollenServer
  let affiliate: Client
  let friends: Client

  beforeAll(async () => {
    server = await startPollenServer()
    affiliate = createClient({ apiKey: server.affiliate.api_key, host: server.url })
    friends = createClient({ apiKey: server.friends.api_key, host: `${server.url}/v1/` })
  }, 30_000)
  afterAll(() => server.close())

  it('tells which program the key opens', async () => {
    expect((await affiliate.test()).program.pub_id).toBe(server.affiliate.public_id)
    expect((await affiliate.program.overview()).program.name).toBe('Shop')
  })

  it('goes the way from a partner to a refunded sale', async () => {
    const partner = await affiliate.partners.create({ email: 'jane@example.com', key: 'jane' })
    expect(partner).toMatchObject({ id: 'jane', referral_link: 'https://shop.example?aff=jane' })

    const customer = await affiliate.customers.create({
      key: 'user 42/ü',
      email: 'ada@example.com',
      partner: { key: 'jane' },
    })
    expect(customer).toMatchObject({ key: 'user 42/ü', partner: 'jane' })
    expect(await affiliate.customers.get('user 42/ü')).toMatchObject({ email: 'ada@example.com' })

    const sale = { key: 'pay_1', amount: 99.99, customer: { key: 'user 42/ü' } }
    const transaction = await affiliate.transactions.create(sale)
    expect(transaction?.rewards).toMatchObject([{ amount: 29.997, partner: 'jane' }])
    expect(await affiliate.transactions.create(sale)).toEqual(transaction)
    expect(await affiliate.transactions.list({ limit: 5 })).toHaveLength(1)
    expect(await affiliate.customers.transactions('user 42/ü')).toHaveLength(1)
    expect(await affiliate.partners.get('jane@example.com')).toMatchObject({
      referrals: { signups: 1, sales_count: 1 },
    })

    await affiliate.transactions.delete('pay_1')
    expect(await failureOf(affiliate.transactions.get('pay_1'))).toMatchObject({ status: 404 })
    expect(await affiliate.partners.search({ email: 'jane' })).toHaveLength(1)
    expect(await affiliate.partners.list()).toHaveLength(1)
    expect(await affiliate.customers.search({ key: 'user' })).toHaveLength(1)
    expect(await affiliate.customers.list({ partner_key: 'jane' })).toHaveLength(1)
  })

  it('records several sales at once', async () => {
    await affiliate.partners.create({ email: 'joe@example.com', key: 'joe' })
    const recorded = await affiliate.transactions.createMany({
      customer: { key: 'user_7', partner: { key: 'joe' } },
      options: { create_customer: true },
      transactions: [
        { key: 'a', amount: '10.00' },
        { key: 'b', amount: 20, amount_units: 'eur' },
      ],
    })
    expect(recorded).toMatchObject([
      { key: 'a', amount: 10, amount_units: 'USD' },
      { key: 'b', amount: 20, amount_units: 'EUR' },
    ])
  })

  it('answers null when nobody is credited and nothing was recorded', async () => {
    const partner = { key: 'nobody' }
    expect(await affiliate.customers.create({ key: 'user_43', partner })).toBeNull()
    const customer = { key: 'nobody' }
    expect(await affiliate.transactions.create({ key: 'p', amount: 1, customer })).toBeNull()
  })

  it('goes the way from a friend to a balance', async () => {
    const bob = await friends.customers.create({ id: 'bob', key: 'bob', email: 'bob@example.com' })
    expect(bob?.referral_link).toBe('https://shop.example?ref=bob')
    const nobody = { key: undefined }
    const alone = await friends.customers.create({ id: 'zoe', referring_customer: nobody })
    expect(alone).toMatchObject({ id: 'zoe', referring_customer: null })
    await friends.customers.create({ id: 'eve', referring_customer: { key: 'bob' } })
    await friends.transactions.create({ key: 'pay_2', amount: 20, customer: { id: 'eve' } })
    await friends.customers.credit('bob', { amount: 3, amount_units: 'points', is_currency: false })
    expect((await friends.customers.balance('bob')).balance).toEqual({
      currency: [{ amount: 5, amount_units: 'USD', is_currency: true }],
      credit: [{ amount: 3, amount_units: 'points', is_currency: false }],
    })
    expect(await friends.customers.stats('bob')).toMatchObject({ signups: 1, sales: 1 })
    expect(await friends.customers.referrals('bob')).toMatchObject([{ id: 'eve' }])
    const { expires_at } = await friends.customers.widgetToken('bob', { expires_in: 60 })
    expect(Date.parse(expires_at)).toBeLessThanOrEqual(Date.now() + 60_000)
  })

  it('tells which field is wrong', async () => {
    const error = await failureOf(
      affiliate.transactions.create({ key: 'x', amount: 'abc', customer: { key: 'user_7' } }),
    )
    expect(error).toBeInstanceOf(PollenError)
    expect(error).toMatchObject({ status: 422, method: 'POST', path: '/transactions' })
    expect(error.errors).toHaveProperty('amount')
    expect(error.message).toMatch(/^POST \/transactions: 422 .*amount/)
  })

  it('tells that the key is wrong, but not the key', async () => {
    const error = await failureOf(createClient({ apiKey: KEY, host: server.url }).test())
    expect(error.status).toBe(401)
    expect(JSON.stringify([error, error.message, error.stack])).not.toContain(KEY)
  })
})

describe('when something fails', () => {
  it('tries again, and sends the same once more', async () => {
    const { url, arrived } = await startUpstream((_request, response) =>
      arrived.length < 3
        ? sendJson(response, 503, {})
        : sendJson(response, 200, { data: { key: 'pay_1' }, status: 1 }),
    )
    const client = createClient({ apiKey: KEY, host: url })
    const transaction = { key: 'pay_1', amount: 1, customer: { key: 'u' } }
    expect(await client.transactions.create(transaction)).toEqual({ key: 'pay_1' })
    expect(arrived).toHaveLength(3)
    expect(arrived[2]).toMatchObject({
      path: '/v1/transactions',
      body: JSON.stringify(transaction),
    })
    expect(arrived[2]?.headers).toMatchObject({
      authorization: `Bearer ${KEY}`,
      'content-type': 'application/json',
    })
  })

  it('comes back when it was told to wait', async () => {
    const { url, arrived } = await startUpstream((_request, response) =>
      arrived.length < 2
        ? sendJson(response, 429, {}, { 'retry-after': '1' })
        : sendJson(response, 200, { data: {}, status: 1 }),
    )
    expect(await createClient({ apiKey: KEY, host: url }).test()).toEqual({})
  })

  it('does not come back when it was told to wait for long', async () => {
    const { url, arrived } = await startUpstream((_request, response) =>
      sendJson(response, 429, {}, { 'retry-after': '3600' }),
    )
    const error = await failureOf(createClient({ apiKey: KEY, host: url }).test())
    expect(error.status).toBe(429)
    expect(arrived).toHaveLength(1)
  })

  const customer = { key: 'u' }
  it.each<[what: string, call: (client: Client) => Promise<unknown>]>([
    ['a sale without a key', (client) => client.transactions.create({ amount: 1, customer })],
    [
      'several sales, one without a key',
      (client) =>
        client.transactions.createMany({
          customer,
          transactions: [{ key: 'a', amount: 1 }, { amount: 1 }],
        }),
    ],
    [
      'a customer with a first sale without a key',
      (client) => client.customers.create({ key: 'u', transaction: { amount: 1 } }),
    ],
    ['a customer without a name', (client) => client.customers.create({ name: 'Ada' })],
    ['a partner', (client) => client.partners.create({ email: 'jane@example.com' })],
    [
      'a credit',
      (client) =>
        client.customers.credit('u', { amount: 1, amount_units: 'USD', is_currency: true }),
    ],
  ])('makes once: %s', async (_what, call) => {
    const { url, arrived } = await startUpstream((_request, response) =>
      sendJson(response, 503, {}),
    )
    const error = await failureOf(call(createClient({ apiKey: KEY, host: url })))
    expect(error.status).toBe(503)
    expect(arrived).toHaveLength(1)
  })

  it.each([400, 401, 404, 422])('does not repeat what was refused with %i', async (status) => {
    const { url, arrived } = await startUpstream((_request, response) =>
      sendJson(response, status, { message: 'No.', errors: { key: ['Why not.'] }, status: 0 }),
    )
    const error = await failureOf(createClient({ apiKey: KEY, host: url }).test())
    expect(error).toMatchObject({
      status,
      message: `GET /test: ${status} No. Why not.`,
      errors: { key: ['Why not.'] },
    })
    expect(arrived).toHaveLength(1)
  })

  it('gives up on a server that does not answer', async () => {
    const { url, arrived } = await startUpstream(() => {})
    // Time enough to ask: both times it arrives.
    const client = createClient({ apiKey: KEY, host: url, timeoutMs: 500, retries: 1 })
    const error = await failureOf(client.test())
    expect(error).toMatchObject({
      status: undefined,
      message: 'GET /test: No answer within 500 ms.',
    })
    expect(error.cause).toMatchObject({ name: 'TimeoutError' })
    expect(arrived).toHaveLength(2)
  })

  it('gives up on a server that stops in the middle of its answer', async () => {
    const { url } = await startUpstream((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' })
      response.write('{"data":')
    })
    const client = createClient({ apiKey: KEY, host: url, timeoutMs: 50, retries: 0 })
    expect((await failureOf(client.test())).message).toBe('GET /test: No answer within 50 ms.')
  })

  it('tells that there is no connection, and why', async () => {
    const client = createClient({ apiKey: KEY, host: 'http://127.0.0.1:1', retries: 0 })
    const error = await failureOf(client.customers.get('ü'))
    expect(error.message).toBe('GET /customers/%C3%BC: No connection.')
    expect(error.cause).toBeInstanceOf(Error)
  })

  it('tells an answer of something else from one of the API', async () => {
    const { url } = await startUpstream((_request, response) => response.end('<h1>Hello</h1>'))
    const error = await failureOf(createClient({ apiKey: KEY, host: url }).test())
    expect(error).toMatchObject({ status: 200, message: expect.stringMatching('is no JSON') })
  })

  it('keeps the key from where a redirect leads', async () => {
    const elsewhere = await startUpstream((_request, response) => sendJson(response, 200, {}))
    const { url } = await startUpstream((_request, response) => {
      response.writeHead(302, { location: elsewhere.url }).end()
    })
    expect(await failureOf(createClient({ apiKey: KEY, host: url }).test())).toMatchObject({
      name: 'PollenError',
    })
    expect(elsewhere.arrived).toEqual([])
  })
})

describe('is told at once', () => {
  it.each([
    [{ apiKey: '', host: 'https://pollen.example' }, 'apiKey'],
    [{ apiKey: 'pollen_A\nB', host: 'https://pollen.example' }, 'apiKey'],
    [{ apiKey: undefined as unknown as string, host: 'https://pollen.example' }, 'apiKey'],
    [{ apiKey: KEY, host: 'pollen.example' }, 'host'],
    [{ apiKey: KEY, host: 'ftp://pollen.example' }, 'host'],
  ])('that %o is wrong', (options, field) => {
    const create = () => createClient(options)
    expect(create).toThrow(TypeError)
    expect(create).toThrow(field)
    expect(create).not.toThrow('pollen_A')
  })
})

it('takes an address with a path as it is', async () => {
  const paths: string[] = []
  const server = createServer((request, response) => {
    paths.push(request.url ?? '')
    sendJson(response, 200, { data: {}, status: 1 })
  })
  const host = `${await listen(server)}/api/v1/`
  await createClient({ apiKey: KEY, host }).partners.list({ page: 2, limit: undefined })
  expect(paths).toEqual(['/api/v1/partners?page=2'])
})

it('knows what a call takes and gives', () => {
  const client = createClient({ apiKey: KEY, host: 'https://pollen.example' })
  expectTypeOf(client.customers.create).returns.resolves.toEqualTypeOf<Customer | null>()
  // @ts-expect-error A sale names its customer.
  const withoutCustomer: Parameters<typeof client.transactions.create>[0] = { key: 'a', amount: 1 }
  expect(withoutCustomer).toBeDefined()
})
