import { beforeEach, describe, expect, it } from 'vitest'
import type { Api } from '../../helpers/create-api.js'
import { createTestProgram } from '../../helpers/create-test-program.js'
import { databases } from '../../helpers/databases.js'
import { startTestServer } from '../../helpers/start-test-server.js'

const TIME = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/)

describe.each(databases)('transactions on $name', (database) => {
  const server = startTestServer(database)
  let api: Api

  beforeEach(async () => {
    api = (await createTestProgram(server)).api
    await api.post('/partners', { id: 'partner_123', key: 'jane', email: 'jane@example.com' })
    await api.post('/customers', {
      partner: { key: 'jane' },
      key: 'customer_123',
      email: 'alice@example.com',
    })
  })

  const customer = { key: 'customer_123' }

  /** What the partner has earned in USD. */
  async function earned(): Promise<number> {
    const { body } = await api.get('/partners/jane')
    return body.data.commissions.not_paid[0]?.amount ?? 0
  }

  it('earn their commission to the last digit', async () => {
    const answer = await api.post('/transactions', {
      customer,
      key: 'transaction_123',
      action: 'sale',
      amount: 99.99,
      amount_units: 'usd',
      product_id: 'prod_123',
      product_type: 'monthly',
    })
    expect(answer.status).toBe(200)
    const reward = {
      id: expect.any(String),
      key: 'transaction_123',
      action: 'sale',
      status: 'ok',
      state: 'approved',
      beneficiary: 'referrer',
      commission_rule: null,
      reversed_amount: 0,
      note: null,
      customer: 'customer_123',
      partner: 'partner_123',
      amount: 29.997,
      amount_units: 'USD',
      is_currency: true,
      credit: false,
      created_at: TIME,
      approved_at: TIME,
      paid_at: null,
      deleted_at: null,
      product_type_data: { product_id: 'prod_123', product_type: 'monthly' },
    }
    expect(answer.body).toEqual({
      data: {
        key: 'transaction_123',
        action: 'sale',
        status: 'ok',
        amount: 99.99,
        refunded_amount: 0,
        gross_amount: null,
        discount_amount: null,
        discount_code: null,
        partner: 'partner_123',
        customer: 'customer_123',
        credit: false,
        is_currency: true,
        amount_units: 'USD',
        created_at: TIME,
        archived_at: null,
        deleted_at: null,
        rewards: [reward],
      },
      status: 1,
    })
    expect((await api.get('/transactions/transaction_123')).body).toEqual(answer.body)
    expect(await earned()).toBe(29.997)
  })

  it('with a key that was seen before are answered as they stand, and pay once', async () => {
    const sale = { customer, key: 'order-1', amount: 100 }
    const first = await api.post('/transactions', sale)
    const again = await Promise.all([1, 2, 3, 4].map(() => api.post('/transactions', sale)))
    for (const answer of again) expect(answer.body).toEqual(first.body)
    expect(await earned()).toBe(30)
  })

  it('sent several times at once are recorded and paid once', async () => {
    const sale = { customer, key: 'order-1', amount: 100 }
    const answers = await Promise.all([1, 2, 3, 4, 5, 6].map(() => api.post('/transactions', sale)))
    for (const answer of answers) expect(answer.body).toEqual(answers[0]?.body)
    expect(await earned()).toBe(30)
  })

  it('sent at once by many are recorded each for itself, whatever is wrong with others', async () => {
    await api.post('/transactions', { customer, key: 'order-0', amount: 1 })
    const other = (await createTestProgram(server)).api
    await other.post('/partners', { key: 'jane', email: 'jane@example.com' })
    await other.post('/customers', { partner: { key: 'jane' }, key: 'customer_123' })
    const good = Array.from({ length: 20 }, (_, index) => ({ customer, key: `order-${index + 1}` }))
    const asked = [
      ...good.map((sale) => api.post('/transactions', { ...sale, amount: 10 })),
      api.post('/transactions', { customer: { key: 'nobody' }, key: 'order-21', amount: 10 }),
      api.post('/transactions', { customer, key: 'order-0', amount: 10 }),
      api.post('/transactions', { customer: { email: 'alice@example.com' }, amount: 10 }),
      other.post('/transactions', { customer, key: 'order-1', amount: 10 }),
    ]
    const answers = await Promise.all(asked)
    expect(answers.map(({ status }) => status)).toEqual(
      answers.map((_, i) => (i === 21 ? 422 : 200)),
    )
    expect(answers[20]?.body).toMatchObject({
      status: 0,
      errors: { 'customer.key': [expect.any(String)] },
    })
    expect(answers.slice(0, 20).map(({ body }) => body.data)).toMatchObject(
      good.map(({ key }) => ({
        key,
        amount: 10,
        customer: customer.key,
        rewards: [{ amount: 3 }],
      })),
    )
    expect(answers.at(-1)?.body.data).toMatchObject({ key: 'order-1', rewards: [{ amount: 3 }] })
    expect(await earned()).toBeCloseTo(0.3 + 21 * 3)
  })

  it('sent several times in one batch are recorded and paid once', async () => {
    const sale = { key: 'order-1', amount: 100 }
    const answer = await api.post('/transactions', { customer, transactions: [sale, sale] })
    expect(answer.body.data[1]).toEqual(answer.body.data[0])
    expect(await earned()).toBe(30)
  })

  it.each([
    ['amount', { customer, amount: 99 }],
    ['currency', { customer, amount: 100, amount_units: 'EUR' }],
    ['customer', { customer: { key: 'customer_456' }, amount: 100 }],
  ])('with the key of one with another %s are refused', async (_, other) => {
    await api.post('/customers', { partner: { key: 'jane' }, key: 'customer_456' })
    await api.post('/transactions', { customer, key: 'order-1', amount: 100 })
    const answer = await api.post('/transactions', { ...other, key: 'order-1' })
    expect(answer.status).toBe(422)
    expect(answer.body.errors.key[0]).toContain('stands for another sale')
    expect(await earned()).toBe(30)
  })

  it('without a key get one, each its own', async () => {
    const one = await api.post('/transactions', { customer, amount: 1 })
    const two = await api.post('/transactions', { customer, amount: 1 })
    expect(one.body.data.key).not.toBe(two.body.data.key)
    expect((await api.get(`/transactions/${one.body.data.key}`)).status).toBe(200)
  })

  it.each([
    ['by path', '/transactions/order-1', undefined],
    ['by path, with a body', '/transactions/order-1', { key: 'order-1' }],
    ['by path, with an empty list for a body', '/transactions/order-1', []],
    ['by body', '/transactions', { key: 'order-1' }],
    ['by query', '/transactions?key=order-1', undefined],
  ])('are deleted %s, and the commission is taken back, once', async (_, path, body) => {
    await api.post('/transactions', { customer, key: 'order-1', amount: 100 })
    await api.post('/transactions', { customer, key: 'order-2', amount: 10 })

    const answer = await api.delete(path, body)
    expect(answer.status).toBe(200)
    expect(answer.body).toEqual({ status: 1 })
    expect(await earned()).toBe(3)

    expect((await api.delete(path, body)).status).toBe(404)
    expect((await api.get('/transactions/order-1')).status).toBe(404)
    expect((await api.get('/transactions')).body.data).toHaveLength(1)
    expect(await earned()).toBe(3)
  })

  it('that were deleted are not paid again when they are sent again', async () => {
    const sale = { customer, key: 'order-1', amount: 100 }
    await api.post('/transactions', sale)
    await api.delete('/transactions/order-1')
    const answer = await api.post('/transactions', sale)
    expect(answer.status).toBe(200)
    expect(answer.body.data).toMatchObject({ deleted_at: TIME, rewards: [{ deleted_at: TIME }] })
    expect(await earned()).toBe(0)
  })

  it('deleted twice at once are reversed once', async () => {
    await api.post('/transactions', { customer, key: 'order-1', amount: 100 })
    const answers = await Promise.all([1, 2, 3].map(() => api.delete('/transactions/order-1')))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 404, 404])
    expect(await earned()).toBe(0)
  })

  it('may be sent together, and are recorded together', async () => {
    const answer = await api.post('/transactions', {
      customer,
      transactions: [
        { key: 'order-1', amount: 10, action: 'sale' },
        { key: 'order-2', amount: '20.00', product_id: [1, 2] },
      ],
    })
    expect(answer.body).toMatchObject({
      data: [
        { key: 'order-1', rewards: [{ amount: 3 }] },
        { key: 'order-2', rewards: [{ amount: 6, product_type_data: { product_id: [1, 2] } }] },
      ],
      status: 1,
    })
  })

  it('sent together are refused together', async () => {
    await api.post('/transactions', { customer, key: 'order-2', amount: 1 })
    for (const transactions of [
      [
        { key: 'order-1', amount: 10 },
        { key: 'order-3', amount: 'abc' },
      ],
      [
        { key: 'order-1', amount: 10 },
        { key: 'order-2', amount: 20 },
      ],
    ]) {
      const answer = await api.post('/transactions', { customer, transactions })
      expect(answer.status).toBe(422)
    }
    expect((await api.get('/transactions/order-1')).status).toBe(404)
    expect(await earned()).toBe(0.3)
  })

  it('say which of several is wrong', async () => {
    const answer = await api.post('/transactions', {
      customer,
      transactions: [{ amount: 10 }, { amount: 1.001 }],
    })
    expect(answer.body.errors).toEqual({
      'transactions.1.amount': ['The transactions.1.amount must have at most 2 decimals in USD.'],
    })
  })

  it.each([
    ['key', { key: 'nobody' }],
    ['id', { id: 'nobody' }],
    ['email', { email: 'nobody@example.com' }],
  ])(
    'of a customer whose %s is nobody’s are not recorded, and the answer says so',
    async (field, unknown) => {
      const answer = await api.post('/transactions', {
        customer: unknown,
        key: 'order-1',
        amount: 1,
      })
      expect(answer.status).toBe(200)
      expect(answer.body).toEqual({
        message: 'There is no such customer, so nothing was recorded.',
        errors: { [`customer.${field}`]: [expect.stringContaining('create_customer')] },
        status: 0,
      })
      expect((await api.get('/transactions')).body.data).toEqual([])
    },
  )

  it.each([
    { customer: { key: 'customer_123' } },
    { customer: { id: 'customer_123' } },
    { customer: { email: 'Alice@example.com' } },
    { customer: { key: 'alice@example.com' } },
  ])('find the customer by %j', async (who) => {
    const answer = await api.post('/transactions', { ...who, amount: 1 })
    expect(answer.body.data.customer).toBe('customer_123')
  })

  it.each([
    ['in the customer', { customer: { key: 'new', name: 'New', partner: { key: 'jane' } } }],
    ['beside it', { customer: { key: 'new', name: 'New' }, partner: { id: 'partner_123' } }],
  ])('may bring a customer along, with the partner %s', async (_, people) => {
    const sale = { ...people, key: 'order-1', amount: 10, options: { create_customer: true } }
    const answer = await api.post('/transactions', sale)
    expect(answer.body.data).toMatchObject({
      customer: 'new',
      partner: 'partner_123',
      rewards: [{ amount: 3 }],
    })
    expect((await api.get('/customers/new')).body.data).toMatchObject({
      name: 'New',
      partner: 'partner_123',
    })
    expect((await api.post('/transactions', sale)).body).toEqual(answer.body)
  })

  it('may bring a customer along who came by nobody, and earn nothing', async () => {
    const answer = await api.post('/transactions', {
      customer: { key: 'new' },
      amount: 10,
      options: { create_customer: true },
    })
    expect(answer.body.data).toMatchObject({ customer: 'new', partner: null, rewards: [] })
  })

  it('of a new customer whose partner is nobody are not recorded', async () => {
    const answer = await api.post('/transactions', {
      customer: { key: 'new', partner: { key: 'nobody' } },
      amount: 10,
      options: { create_customer: true },
    })
    expect(answer.body).toMatchObject({
      status: 0,
      errors: { 'partner.key': [expect.any(String)] },
    })
    expect((await api.get('/customers/new')).status).toBe(404)
  })

  it('that fail leave no customer behind', async () => {
    await api.post('/transactions', { customer, key: 'order-1', amount: 1 })
    const answer = await api.post('/transactions', {
      customer: { key: 'new', partner: { key: 'jane' } },
      key: 'order-1',
      amount: 1,
      options: { create_customer: true },
    })
    expect(answer.status).toBe(422)
    expect((await api.get('/customers/new')).status).toBe(404)
  })

  it.each([
    [{ amount: 10, reward: 4.5 }, [4.5]],
    [{ reward: '4.50' }, [4.5]],
    [{ amount: 0 }, []],
    [{ amount: 10, rewardable: false }, []],
  ])('of %j earn %j', async (sale, rewards) => {
    const { body } = await api.post('/transactions', { customer, ...sale })
    expect(body.data.rewards.map(({ amount }: { amount: number }) => amount)).toEqual(rewards)
  })

  it.each([
    [1746807733, '2025-05-09T16:22:13.000000Z'],
    ['2025-05-09T17:42:13.000Z', '2025-05-09T17:42:13.000000Z'],
  ])('may be dated back to %j', async (created_at, shown) => {
    const { body } = await api.post('/transactions', { customer, amount: 1, created_at })
    expect(body.data.created_at).toBe(shown)
  })

  it.each([
    ['“abc”', { amount: 'abc' }, 'amount', 'must be a number, such as 99.99'],
    ['-5', { amount: -5 }, 'amount', 'must not be negative'],
    ['a third decimal', { amount: 9.999 }, 'amount', 'must have at most 2 decimals in USD'],
    [
      'a decimal of a yen',
      { amount: 1.5, amount_units: 'JPY' },
      'amount',
      'at most 0 decimals in JPY',
    ],
    ['a list', { amount: [5] }, 'amount', 'must be a number'],
    ['true', { amount: true }, 'amount', 'must be a number'],
    ['more than there is', { amount: 1e15 }, 'amount', 'must be at most 1000000000000'],
    ['nothing', {}, 'amount', 'is required'],
    ['null', { amount: null }, 'amount', 'is required'],
    ['a wrong reward', { amount: 1, reward: '-1' }, 'reward', 'must not be negative'],
    ['a currency that is none', { amount: 1, amount_units: 'XYZ' }, 'amount_units', 'ISO 4217'],
    ['a time that is none', { amount: 1, created_at: 'soon' }, 'created_at', 'ISO 8601'],
    [
      'a key of 300 characters',
      { amount: 1, key: 'x'.repeat(300) },
      'key',
      'at most 255 characters',
    ],
    ['an empty key', { amount: 1, key: '' }, 'key', 'must not be empty'],
  ])('with %s are refused, and nothing is recorded', async (_, sale, field, reason) => {
    const answer = await api.post('/transactions', { customer, ...sale })
    expect(answer.status).toBe(422)
    expect(answer.body.errors).toEqual({ [field]: [expect.stringContaining(reason)] })
    expect((await api.get('/transactions')).body.data).toEqual([])
  })

  it.each([{ amount: 1 }, { amount: 1, customer: {} }, { amount: 1, customer: { key: null } }])(
    'without a customer, as in %j, are refused',
    async (sale) => {
      const answer = await api.post('/transactions', sale)
      expect(answer.status).toBe(422)
      expect(Object.keys(answer.body.errors)).toEqual(['customer'])
    },
  )

  it.each([
    ['?key=order-2', undefined, ['order-2']],
    ['?partner_key=jane', undefined, ['order-2', 'order-1']],
    ['?partner_email=jane@example.com', undefined, ['order-2', 'order-1']],
    ['?customer.key=customer_456', undefined, ['order-3']],
    ['', { customer: { key: 'customer_123' }, sort: 'asc' }, ['order-1', 'order-2']],
    ['?limit=1&page=2', undefined, ['order-1']],
  ])('are listed with %s and the body %j', async (query, body, keys) => {
    await api.post('/transactions', {
      customer: { key: 'customer_456' },
      options: { create_customer: true },
      key: 'order-3',
      amount: 3,
      created_at: 1746807733,
    })
    await api.post('/transactions', { customer, key: 'order-1', amount: 1 })
    await api.post('/transactions', { customer, key: 'order-2', amount: 2 })
    const answer = await api.get(`/transactions${query}`, body)
    const listed = answer.body.data.map(({ key }: { key: string }) => key)
    expect(listed).toEqual(keys)
  })
})
