import { beforeEach, describe, expect, it } from 'vitest'
import type { Api } from '../../helpers/create-api.js'
import { createTestProgram } from '../../helpers/create-test-program.js'
import { databases } from '../../helpers/databases.js'
import { startTestServer } from '../../helpers/start-test-server.js'

const TIME = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/)

describe.each(databases)('refer-a-friend customers on $name', (database) => {
  const server = startTestServer(database)
  let api: Api
  let apiKey: string

  beforeEach(async () => {
    const program = await createTestProgram(server, { type: 'refer_a_friend' })
    api = program.api
    apiKey = program.apiKey
  })

  it('are created without a friend, and get a referral link', async () => {
    const answer = await api.post('/customers', {
      id: 'customer_456',
      key: 'ref_456',
      email: 'bob@example.com',
      name: 'Bob',
      surname: 'Green',
      metadata: { date_of_birth: '1990-01-31' },
    })
    expect(answer.status).toBe(200)
    expect(answer.body).toEqual({
      data: {
        email: 'bob@example.com',
        flags: [],
        created_at: TIME,
        updated_at: TIME,
        name: 'Bob',
        id: 'customer_456',
        key: 'ref_456',
        surname: 'Green',
        tos: true,
        approved: true,
        status: 'active',
        custom_fields: [],
        metadata: { date_of_birth: '1990-01-31' },
        referral_link: 'https://shop.example?ref=ref_456',
        referring_customer: null,
        referrals_count: 0,
        referral_links: ['https://shop.example?ref=ref_456'],
      },
      status: 1,
    })
    expect((await api.get('/customers/customer_456')).body).toEqual(answer.body)
  })

  it.each([
    { referring_customer: { id: 'user-1' } },
    { referring_customer: { key: 'anna' } },
    { referring_customer: { id: 'user-1', key: 'bob' } },
  ])('belong to the friend named by %j', async (referral) => {
    await api.post('/customers', { id: 'user-1', key: 'anna', name: 'Anna' })
    await api.post('/customers', { id: 'user-2', key: 'bob' })
    const answer = await api.post('/customers', { key: 'carl', ...referral })
    expect(answer.body.data.referring_customer).toMatchObject({
      id: 'user-1',
      name: 'Anna',
      referring_customer: null,
    })
    const anna = await api.get('/customers/user-1')
    expect(anna.body.data.referrals_count).toBe(1)
  })

  it('are created with a friend that is nobody, and credited to nobody', async () => {
    const answer = await api.post('/customers', {
      key: 'carl',
      referring_customer: { key: 'nobody' },
    })
    expect(answer.status).toBe(200)
    expect(answer.body.data).toMatchObject({ key: 'carl', referring_customer: null })
  })

  it('have an id and a key that nobody can tell from their e-mail address', async () => {
    const { body } = await api.post('/customers', { email: 'bob@example.com' })
    expect(body.data.id).toMatch(/^[0-9a-f]{10}$/)
    expect(body.data.referral_link).toBe(`https://shop.example?ref=${body.data.key}`)
  })

  it('keep their links when they get a name', async () => {
    const stranger = await api.post('/customers', { email: 'bob@example.com' })
    const named = await api.post('/customers', { id: 'user-1', email: 'bob@example.com' })
    expect(named.body.data).toMatchObject({ id: 'user-1', key: stranger.body.data.key })
    expect(named.body.data.referral_links).toEqual(stranger.body.data.referral_links)

    const friend = await api.post('/customers', {
      key: 'carl',
      referring_customer: { key: stranger.body.data.key },
    })
    expect(friend.body.data.referring_customer.id).toBe('user-1')
  })

  it('need something to be known by', async () => {
    for (const body of [{}, [], { name: 'Bob' }]) {
      const answer = await api.post('/customers', body)
      expect(answer.status).toBe(422)
      expect(Object.keys(answer.body.errors)).toEqual(['key'])
    }
  })

  it('cannot take the link of another', async () => {
    await api.post('/customers', { id: 'user-1', key: 'anna' })
    const answer = await api.post('/customers', { id: 'user-2', key: 'anna' })
    expect(answer.body.data.id).toBe('user-1')
    expect((await api.get('/customers')).body.data).toHaveLength(1)
  })

  it('earn their reward when their friend buys, and lose it when that is taken back', async () => {
    await api.post('/customers', { id: 'user-1', key: 'anna' })
    await api.post('/customers', { id: 'user-2', referring_customer: { key: 'anna' } })
    const balance = async () => (await api.get('/customers/user-1/balance')).body.data.balance
    expect(await balance()).toEqual([])

    const sale = await api.post('/transactions', {
      customer: { id: 'user-2' },
      key: 'order-1',
      amount: 49.9,
    })
    expect(sale.body.data).toMatchObject({
      key: 'order-1',
      amount: 49.9,
      customer: 'user-1',
      referred_customer: 'user-2',
      rewards: [{ amount: 5, amount_units: 'USD', customer: 'user-1', status: 'ok' }],
    })
    expect(sale.body.data).not.toHaveProperty('partner')
    expect(await balance()).toEqual({
      currency: [{ amount: 5, amount_units: 'USD', is_currency: true }],
    })

    await api.delete('/transactions/order-1')
    expect(await balance()).toEqual([])
  })

  it('earn nothing by what they buy themselves', async () => {
    await api.post('/customers', { id: 'user-1', key: 'anna' })
    const sale = await api.post('/transactions', {
      customer: { id: 'user-1' },
      key: 'order-1',
      amount: 49.9,
    })
    expect(sale.body.data).toMatchObject({
      customer: null,
      referred_customer: 'user-1',
      rewards: [],
    })
  })

  it('are credited in money and in anything else, each for itself', async () => {
    await api.post('/customers', { id: 'user-1' })
    const credit = (amount: unknown, amount_units: string, is_currency: boolean) =>
      api.post('/customers/user-1/balance/credit', { amount, amount_units, is_currency })
    await credit(3, 'usd', true)
    await credit('0.50', 'USD', true)
    await credit(500, 'JPY', true)
    const answer = await credit(2.5, 'months', false)

    expect(answer.status).toBe(200)
    expect(answer.body.data.customer.id).toBe('user-1')
    expect(answer.body.data.balance).toEqual({
      currency: [
        { amount: 500, amount_units: 'JPY', is_currency: true },
        { amount: 3.5, amount_units: 'USD', is_currency: true },
      ],
      credit: [{ amount: 2.5, amount_units: 'months', is_currency: false }],
    })
  })

  it('are credited once, however often a credit with a key is sent', async () => {
    await api.post('/customers', { id: 'user-1' })
    await api.post('/customers', { id: 'user-2' })
    const credit = { amount: 3, amount_units: 'usd', is_currency: true, key: 'birthday-2026' }
    const path = '/customers/user-1/balance/credit'
    const answers = await Promise.all([1, 2, 3].map(() => api.post(path, credit)))
    const threeDollars = { currency: [{ amount: 3, amount_units: 'USD', is_currency: true }] }
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    expect((await api.get('/customers/user-1/balance')).body.data.balance).toEqual(threeDollars)
    const other = await api.post(path, { ...credit, amount: 4 })
    expect(other).toMatchObject({ status: 422, body: { errors: { key: [expect.any(String)] } } })
    const another = await api.post('/customers/user-2/balance/credit', credit)
    expect(another.body.data.balance).toEqual(threeDollars)
  })

  it('are credited once under the header Idempotency-Key, too', async () => {
    await api.post('/customers', { id: 'user-1' })
    const send = () =>
      fetch(`${server.url}/v1/customers/user-1/balance/credit`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${apiKey}`,
          'content-type': 'application/json',
          'idempotency-key': 'birthday-2026',
        },
        body: JSON.stringify({ amount: 3, amount_units: 'usd', is_currency: true }),
      })
    await send()
    expect((await (await send()).json()).data.balance.currency).toMatchObject([{ amount: 3 }])
  })

  it.each([
    ['no amount', { amount_units: 'usd', is_currency: true }, 'amount'],
    ['a negative amount', { amount: -1, amount_units: 'usd', is_currency: true }, 'amount'],
    ['too many decimals', { amount: 1.5, amount_units: 'jpy', is_currency: true }, 'amount'],
    ['no units', { amount: 1, is_currency: true }, 'amount_units'],
    ['no such currency', { amount: 1, amount_units: 'XYZ', is_currency: true }, 'amount_units'],
    ['no kind', { amount: 1, amount_units: 'usd' }, 'is_currency'],
  ])('are not credited with %s', async (_, credit, field) => {
    await api.post('/customers', { id: 'user-1' })
    const answer = await api.post('/customers/user-1/balance/credit', credit)
    expect(answer.status).toBe(422)
    expect(Object.keys(answer.body.errors)).toEqual([field])
    const balance = await api.get('/customers/user-1/balance')
    expect(balance.body.data.balance).toEqual([])
  })

  it('show whom they referred, with figures and links to share', async () => {
    await api.post('/customers', { id: 'user-1', key: 'anna' })
    await api.post('/customers', { id: 'user-2', referring_customer: { id: 'user-1' } })
    await api.post('/customers', { id: 'user-3', referring_customer: { id: 'user-1' } })
    await api.post('/transactions', { customer: { id: 'user-2' }, key: 'order-1', amount: 10 })

    const referrals = await api.get('/customers/user-1/referrals')
    expect(referrals.body.data.map(({ id }: { id: string }) => id)).toEqual(['user-3', 'user-2'])
    const stats = await api.get('/customers/user-1/stats')
    expect(stats.body.data).toMatchObject({
      clicks: 0,
      referrals: 2,
      signups: 2,
      sales: 1,
      paid_accounts: 1,
      referral_link: 'https://shop.example?ref=anna',
      sharing_links: { whatsapp: 'https://wa.me/?text=https%3A%2F%2Fshop.example%3Fref%3Danna' },
    })
    const sales = await api.get('/customers/user-1/transactions')
    expect(sales.body.data).toMatchObject([{ key: 'order-1', referred_customer: 'user-2' }])
  })

  it.each([
    ['referred', ['user-2']],
    ['non_referred', ['user-1']],
  ])('are listed as %s', async (refer_status, ids) => {
    await api.post('/customers', { id: 'user-1', key: 'anna' })
    await api.post('/customers', { id: 'user-2', referring_customer: { id: 'user-1' } })
    for (const answer of [
      await api.get(`/customers?refer_status=${refer_status}`),
      await api.get('/customers', { refer_status }),
    ]) {
      expect(answer.body.data.map(({ id }: { id: string }) => id)).toEqual(ids)
    }
  })

  it.each(['/balance', '/stats', '/referrals', '/transactions'])(
    'that are not there have no %s',
    async (path) => {
      const answer = await api.get(`/customers/nobody${path}`)
      expect(answer.status).toBe(404)
      expect(answer.body.message).toBe('There is no such customer.')
    },
  )
})
