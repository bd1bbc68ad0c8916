import { beforeEach, describe, expect, it } from 'vitest'
import type { Api } from '../../helpers/create-api.js'
import { createTestProgram } from '../../helpers/create-test-program.js'
import { databases } from '../../helpers/databases.js'
import { startTestServer } from '../../helpers/start-test-server.js'

const TIME = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/)

describe.each(databases)('affiliate customers on $name', (database) => {
  const server = startTestServer(database)
  let api: Api

  beforeEach(async () => {
    api = (await createTestProgram(server)).api
    await api.post('/partners', { id: 'partner_123', key: 'jane', email: 'jane@example.com' })
    await api.post('/partners', { id: 'partner_456', key: 'joe', email: 'joe@example.com' })
  })

  it('are created with all that is told of them', async () => {
    const answer = await api.post('/customers', {
      partner: { key: 'jane' },
      key: 'customer_123',
      email: 'alice@example.com',
      name: 'Alice',
      surname: 'Brown',
      tags: ['new'],
    })
    expect(answer.status).toBe(200)
    expect(answer.body).toEqual({
      data: {
        key: 'customer_123',
        id: 'customer_123',
        partner: 'partner_123',
        deleted: false,
        name: 'Alice',
        surname: 'Brown',
        email: 'alice@example.com',
        status: 'active',
        created_at: TIME,
        updated_at: TIME,
        deleted_at: null,
        flags: [],
        tags: [{ value: 'new' }],
      },
      status: 1,
    })
    expect((await api.get('/customers/customer_123')).body).toEqual(answer.body)
  })

  it('are credited to the owner of the link they came by, where nobody is named', async () => {
    await api.post('/partner_referral_links', { key: 'jane-blog', partner: { key: 'jane' } })
    const options = { referral_url: 'https://shop.example/start?aff=jane-blog' }
    const byLink = await api.post('/customers', { key: 'c1', options })
    expect(byLink.body.data.partner).toBe('partner_123')
    const named = await api.post('/customers', { key: 'c2', partner: { key: 'joe' }, options })
    expect(named.body.data.partner).toBe('partner_456')
    const sale = await api.post('/transactions', {
      ...{ key: 't1', amount: 10, customer: { key: 'c3' } },
      options: { create_customer: true, ...options },
    })
    expect(sale.body.data.partner).toBe('partner_123')
    const stranger = { referral_url: 'https://shop.example/?aff=nobody' }
    const unknown = await api.post('/customers', { key: 'c4', options: stranger })
    expect(unknown.body.status).toBe(0)
  })

  it.each([
    { partner: { key: 'jane' } },
    { partner: { id: 'partner_123' } },
    { partner: { email: 'Jane@Example.com' } },
    { partner: { id: 'partner_123', key: 'joe' } },
    { partner: { id: null, key: 'jane' } },
  ])('belong to the partner named by %j', async (partner) => {
    const answer = await api.post('/customers', { ...partner, key: 'user-1' })
    expect(answer.body.data.partner).toBe('partner_123')
  })

  it('may be told of below “customer”', async () => {
    const customer = { key: 'wpc_AB_12', email: 'a@example.com', name: 'A', surname: 'B' }
    const answer = await api.post('/customers', { partner: { key: 'jane' }, customer })
    expect(answer.body.data).toMatchObject({ ...customer, partner: 'partner_123' })
  })

  it('may come with their first sale', async () => {
    await api.post('/customers', {
      partner: { key: 'jane' },
      key: 'user-1',
      transaction: { key: 'order-1', amount: 10 },
    })
    const sale = await api.get('/transactions/order-1')
    expect(sale.body.data).toMatchObject({ customer: 'user-1', rewards: [{ amount: 3 }] })
  })

  it.each([
    [{ partner: { key: 'nobody' } }, 'partner.key'],
    [{ partner: { id: 'nobody' } }, 'partner.id'],
    [{ partner: { email: 'nobody@example.com' } }, 'partner.email'],
    [{ partner: { key: null } }, 'partner'],
    [{ partner: {} }, 'partner'],
    [{ partner: null }, 'partner'],
    [{}, 'partner'],
  ])('are not recorded with %j, and the answer says so', async (partner, field) => {
    const answer = await api.post('/customers', { ...partner, key: 'user-1' })
    expect(answer.status).toBe(200)
    expect(answer.body).toEqual({
      message: 'There is no such partner, so nothing was recorded.',
      errors: { [field]: [expect.any(String)] },
      status: 0,
    })
    expect((await api.get('/customers')).body.data).toEqual([])
  })

  it('that exist are answered as they stand, with their first partner', async () => {
    const first = await api.post('/customers', { partner: { key: 'jane' }, key: 'user-1' })
    for (const again of [
      { partner: { key: 'joe' }, key: 'user-1', name: 'Someone else' },
      { partner: { key: 'nobody' }, key: 'user-1' },
      { key: 'user-1' },
    ]) {
      const answer = await api.post('/customers', again)
      expect(answer.status).toBe(200)
      expect(answer.body).toEqual(first.body)
    }
  })

  it('with the e-mail address of another are that customer', async () => {
    const told = { partner: { key: 'jane' }, key: 'user-1', email: 'anna@example.com' }
    const first = await api.post('/customers', told)
    const answer = await api.post('/customers', {
      ...told,
      key: 'user-2',
      email: 'ANNA@example.com',
    })
    expect(answer.body).toEqual(first.body)
    expect((await api.get('/customers')).body.data).toHaveLength(1)
  })

  it('are recorded once when they are sent several times at once', async () => {
    const told = { partner: { key: 'jane' }, key: 'user-1', email: 'anna@example.com' }
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => api.post('/customers', told)))
    for (const answer of answers) expect(answer.body).toEqual(answers[0]?.body)
    expect((await api.get('/customers')).body.data).toHaveLength(1)
  })

  it.each([
    ['customer_123', 'customer_123'],
    ['the e-mail address', 'alice+test@example.com'],
    ['the e-mail address, encoded', 'alice%2Btest%40example.com'],
  ])('are found by %s', async (_, identifier) => {
    await api.post('/customers', {
      partner: { key: 'jane' },
      key: 'customer_123',
      email: 'alice+test@example.com',
    })
    const answer = await api.get(`/customers/${identifier}`, [])
    expect(answer.body.data.key).toBe('customer_123')
  })

  it.each(['a b', 'jürgen', 'x/y', '50%', 'a?b#c', '小明'])(
    'are found by the key %s',
    async (key) => {
      await api.post('/customers', { partner: { key: 'jane' }, key })
      const answer = await api.get(`/customers/${encodeURIComponent(key)}`)
      expect(answer.body.data.key).toBe(key)
    },
  )

  it('that are not there are 404', async () => {
    const answer = await api.get('/customers/nobody')
    expect(answer.status).toBe(404)
    expect(answer.body).toEqual({ message: 'There is no such customer.', errors: {}, status: 0 })
  })

  it.each([
    ['?partner_key=jane', undefined],
    ['?partner_email=jane@example.com', undefined],
    ['?partner.key=jane', undefined],
    ['', { partner: { key: 'jane' } }],
    ['', { partner: { email: 'jane@example.com' } }],
  ])('are listed by partner with %s and the body %j', async (query, body) => {
    await api.post('/customers', { partner: { key: 'jane' }, key: 'user-1' })
    await api.post('/customers', { partner: { key: 'joe' }, key: 'user-2' })
    const answer = await api.get(`/customers${query}`, body)
    expect(answer.body.data.map(({ key }: { key: string }) => key)).toEqual(['user-1'])
  })

  it('are listed for nobody as none', async () => {
    await api.post('/customers', { partner: { key: 'jane' }, key: 'user-1' })
    const answer = await api.get('/customers?partner_key=nobody')
    expect(answer.body.data).toEqual([])
  })

  it('are listed on a next page that keeps the filter it was asked with in a body', async () => {
    for (const key of ['a', 'b', 'c']) {
      await api.post('/customers', { partner: { key: 'jane' }, key })
    }
    await api.post('/customers', { partner: { key: 'joe' }, key: 'd' })
    const first = await api.get('/customers', { partner: { key: 'jane' }, limit: 2 })
    const next = await api.get(first.body.links.next.replace(`${server.url}/v1`, ''))
    expect(next.body.data.map(({ key }: { key: string }) => key)).toEqual(['a'])
    expect(next.body.links.next).toBeNull()
  })

  it.each([
    ['?email=alice@example.com', undefined],
    ['?key=customer_1', undefined],
    ['', { id: 'customer_123' }],
  ])('are searched with %s and the body %j', async (query, body) => {
    await api.post('/customers', {
      partner: { key: 'jane' },
      key: 'customer_123',
      email: 'alice@example.com',
    })
    await api.post('/customers', { partner: { key: 'jane' }, key: 'x', email: 'x@example.com' })
    const answer = await api.get(`/customers:search${query}`, body)
    expect(answer.body.data.map(({ key }: { key: string }) => key)).toEqual(['customer_123'])
  })

  it.each([
    ['no key', { email: 'a@example.com' }, 'key'],
    ['an e-mail address without @', { key: 'k', email: 'example.com' }, 'email'],
    ['a key of 300 characters', { key: 'x'.repeat(300) }, 'key'],
    ['a key of three letters and a line feed', { key: 'abc\n' }, 'key'],
    ['tags that are no list', { key: 'k', tags: 'new' }, 'tags'],
    ['a wrong first sale', { key: 'k', transaction: { amount: 'abc' } }, 'transaction.amount'],
  ])('with %s are refused, and nothing is recorded', async (_, customer, field) => {
    const answer = await api.post('/customers', { partner: { key: 'jane' }, ...customer })
    expect(answer.status).toBe(422)
    expect(Object.keys(answer.body.errors)).toEqual([field])
    expect(answer.body.errors[field][0]).toMatch(/^The .+\.$/)
    expect((await api.get('/customers')).body.data).toEqual([])
  })

  it('have numbers for keys where the merchant has', async () => {
    const answer = await api.post('/customers', { partner: { key: 'jane' }, key: 4711 })
    expect(answer.body.data.key).toBe('4711')
    expect((await api.get('/customers/4711')).status).toBe(200)
  })

  it('have no balance, for they refer nobody', async () => {
    await api.post('/customers', { partner: { key: 'jane' }, key: 'user-1' })
    expect((await api.get('/customers/user-1/balance')).status).toBe(404)
  })
})
