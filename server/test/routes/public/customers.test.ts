import { describe, expect, it } from 'vitest'
import { aSignUp } from '../../helpers/a-sign-up.js'
import { createTestProgram } from '../../helpers/create-test-program.js'
import { databases } from '../../helpers/databases.js'
import { startTestServer } from '../../helpers/start-test-server.js'

describe.each(databases)('sign-ups from browsers on $name', (database) => {
  const server = startTestServer(database)

  async function affiliateProgram() {
    const program = await createTestProgram(server)
    await program.api.post('/partners', { key: 'jane', email: 'jane@example.com', name: 'Jane' })
    await program.api.post('/partners', { key: 'joe', email: 'joe@example.com', name: 'Joe' })
    return program
  }

  it('make a customer of the partner', async () => {
    const { api, events } = await affiliateProgram()

    const answer = await events.post(
      '/customers',
      aSignUp({ key: 'user-1', email: 'anna@example.com', name: 'Anna' }, 'jane'),
    )

    expect(answer.status).toBe(201)
    expect(answer.body).toEqual({
      data: { key: 'user-1', id: 'user-1', partner: { key: 'jane', name: 'Jane' } },
      status: 1,
    })
    const customer = await api.get('/customers/user-1')
    expect(customer.body.data).toMatchObject({
      key: 'user-1',
      partner: 'jane',
      email: 'anna@example.com',
      name: 'Anna',
    })
  })

  it('make one customer, however often and at once they are sent', async () => {
    const { api, events } = await affiliateProgram()
    const signUp = aSignUp({ key: 'user-1', email: 'anna@example.com' }, 'jane')

    const answers = await Promise.all([1, 2, 3, 4].map(() => events.post('/customers', signUp)))

    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 201])
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1)
    const partner = await api.get('/partners/jane')
    expect(partner.body.data.referrals.signups).toBe(1)
  })

  it('keep the first credit', async () => {
    const { events } = await affiliateProgram()
    await events.post('/customers', aSignUp({ key: 'user-1' }, 'jane'))
    const answer = await events.post('/customers', aSignUp({ key: 'user-1' }, 'joe'))
    expect(answer.status).toBe(200)
    expect(answer.body.data.partner.key).toBe('jane')
  })

  it.each([undefined, 'producthunt'])(
    'with the key %s are credited to nobody, until one comes that names a partner',
    async (key) => {
      const { events } = await affiliateProgram()
      const first = await events.post('/customers', aSignUp({ email: 'anna@example.com' }, key))
      expect(first.status).toBe(201)
      expect(first.body.data).toEqual({
        key: 'anna@example.com',
        id: 'anna@example.com',
        partner: null,
      })

      const later = await events.post('/customers', aSignUp({ email: 'Anna@Example.com' }, 'jane'))
      expect(later.status).toBe(200)
      expect(later.body.data.partner.key).toBe('jane')
    },
  )

  it('that knew the address only take the merchant’s key later, and sales by it find them', async () => {
    const { api, events } = await affiliateProgram()
    await events.post('/customers', aSignUp({ email: 'anna@example.com' }, 'jane'))

    const known = await api.post('/customers', {
      partner: { key: 'joe' },
      key: 'user-1',
      email: 'anna@example.com',
      name: 'Anna',
    })
    expect(known.body.data).toMatchObject({ key: 'user-1', id: 'user-1', partner: 'jane' })

    const sale = await api.post('/transactions', {
      customer: { key: 'user-1' },
      key: 'order-1',
      amount: 100,
    })
    expect(sale.body.data).toMatchObject({ partner: 'jane', rewards: [{ amount: 30 }] })
    const byAddress = await api.get('/customers/anna@example.com')
    expect(byAddress.body.data.key).toBe('user-1')
  })

  it('change nothing about a customer that the back end recorded', async () => {
    const { api, events } = await affiliateProgram()
    const before = await api.post('/customers', {
      partner: { key: 'jane' },
      key: 'user-1',
      email: 'anna@example.com',
      name: 'Anna',
    })
    await events.post(
      '/customers',
      aSignUp({ key: 'user-1', email: 'eve@example.com', name: 'Eve' }, 'joe'),
    )
    const after = await api.get('/customers/user-1')
    expect(after.body.data).toEqual(before.body.data)
  })

  it('change nothing about a customer that another browser told of, and tell nobody of a change', async () => {
    const { api, events } = await affiliateProgram()
    await api.post('/webhooks', {
      ...{ key: 'crm', name: 'CRM', url: 'http://127.0.0.1.example/' },
      events: ['customer.updated'],
    })
    const signUp = { key: 'user-1', email: 'anna@example.com', name: 'Anna' }
    await events.post('/customers', aSignUp(signUp, 'jane'))
    const before = await api.get('/customers/user-1')
    await events.post('/customers', aSignUp(signUp, 'jane'))
    await events.post('/customers', aSignUp({ ...signUp, email: 'eve@example.com', name: 'Eve' }))
    const after = await api.get('/customers/user-1')
    expect(after.body.data).toEqual(before.body.data)
    expect((await api.get('/webhooks/crm/deliveries')).body.data).toEqual([])
  })

  it('that bring more than they may are taken without it', async () => {
    const { api, events } = await affiliateProgram()
    const more = { tags: 5, metadata: [], source: 'api', addressHash: 'x', flags: '[' }
    await events.post('/customers', aSignUp({ key: 'user-1', ...more }, 'jane'))
    const list = await api.get('/customers')
    expect(list.body.data).toMatchObject([{ key: 'user-1', tags: [], flags: [] }])
  })

  it('and the back end’s word for the same customer agree, whichever comes first', async () => {
    const { api, events } = await affiliateProgram()
    const told = { key: 'user-1', email: 'anna@example.com' }

    await Promise.all([
      events.post('/customers', aSignUp({ email: told.email }, 'jane')),
      api.post('/customers', { ...told, partner: { key: 'jane' } }),
    ])

    const list = await api.get('/customers')
    expect(list.body.data).toHaveLength(1)
    const customer = await api.get('/customers/user-1')
    expect(customer.body.data).toMatchObject({ ...told, partner: 'jane' })
  })

  it('of two names for one person leave both records whole', async () => {
    const { api, events } = await affiliateProgram()
    await events.post('/customers', aSignUp({ key: 'user-1' }, 'jane'))
    await events.post('/customers', aSignUp({ email: 'anna@example.com' }, 'jane'))

    const answer = await api.post('/customers', {
      partner: { key: 'jane' },
      key: 'user-1',
      email: 'anna@example.com',
      name: 'Anna',
    })

    expect(answer.status).toBe(200)
    expect(answer.body.data).toMatchObject({ key: 'user-1', name: 'Anna' })
  })

  it('in a refer-a-friend program give every customer a link that does not show the address', async () => {
    const { api, events } = await createTestProgram(server, { type: 'refer_a_friend' })
    await api.post('/customers', { id: 'user-1', key: 'anna', name: 'Anna' })

    const answer = await events.post('/customers', aSignUp({ email: 'bob@example.com' }, 'anna'))

    expect(answer.status).toBe(201)
    expect(answer.body.data.partner).toEqual({ key: 'anna', name: 'Anna' })
    expect(answer.body.data.key).toMatch(/^[0-9a-f]{10}$/)
    const customer = await api.get(`/customers/${answer.body.data.id}`)
    expect(customer.body.data).toMatchObject({
      email: 'bob@example.com',
      referring_customer: { id: 'user-1' },
      referral_link: `https://shop.example?ref=${answer.body.data.key}`,
    })
  })

  it('sent at once do not suffer for one among them that cannot be', async () => {
    const { api, events } = await createTestProgram(server, { type: 'refer_a_friend' })
    await api.post('/customers', { id: 'user-1', key: 'anna' })
    await api.post('/customer_referral_links', { customer: { key: 'anna' }, key: 'spring' })
    const keys = ['bob', 'cleo', 'spring', 'dan', 'eve']

    const answers = await Promise.all(
      keys.map((key) => events.post('/customers', aSignUp({ key }, 'anna'))),
    )

    expect(answers.map(({ status }) => status)).toEqual([201, 201, 422, 201, 201])
    const list = await api.get('/customers')
    const stored = list.body.data.map(({ key }: { key: string }) => key)
    expect(stored.sort()).toEqual(['anna', 'bob', 'cleo', 'dan', 'eve'])
  })

  it('tell strangers nothing of a customer but what they sent', async () => {
    const shop = await affiliateProgram()
    const person = { key: 'user-1', email: 'anna@example.com' }
    await shop.api.post('/customers', { ...person, partner: { key: 'jane' } })
    const known = await shop.events.post('/customers', aSignUp({ email: 'anna@example.com' }))
    expect(known.body.data).toEqual({
      key: 'anna@example.com',
      id: 'anna@example.com',
      partner: { key: 'jane', name: 'Jane' },
    })

    const { api, events } = await createTestProgram(server, { type: 'refer_a_friend' })
    await api.post('/customers', { id: 'user-1', key: 'anna', name: 'Anna' })
    await events.post('/customers', aSignUp({ email: 'bob@example.com' }, 'anna'))
    const asked = await events.post('/customers', aSignUp({ email: 'bob@example.com' }))
    expect(asked.body.data).toEqual({
      key: 'bob@example.com',
      id: 'bob@example.com',
      partner: null,
    })
    const again = await events.post('/customers', aSignUp({ email: 'bob@example.com' }, 'anna'))
    expect(again.body.data.partner).toEqual({ key: 'anna', name: 'Anna' })
  })

  it.each(['refer_a_friend', 'newsletter'] as const)(
    'sent again are answered as they were at first in a program of type %s',
    async (type) => {
      const { events } = await createTestProgram(server, { type })
      const report = aSignUp({ email: 'bob@example.com' })
      const first = await events.post('/customers', report)
      const again = await events.post('/customers', report)
      const another = await events.post('/customers', aSignUp({ email: 'bob@example.com' }))

      expect([first.status, again.status, another.status]).toEqual([201, 200, 200])
      expect(first.body.data.key).not.toBe('bob@example.com')
      expect(again.body).toEqual(first.body)
      expect(another.body.data.key).toBe('bob@example.com')
    },
  )

  it('never make somebody their own friend', async () => {
    const { events } = await createTestProgram(server, { type: 'refer_a_friend' })
    await events.post('/customers', aSignUp({ key: 'anna' }))
    const answer = await events.post('/customers', aSignUp({ key: 'anna' }, 'anna'))
    expect(answer.body.data.partner).toBeNull()
  })

  it.each([
    ['neither key nor e-mail', {}, ['data']],
    ['an address without @', { email: 'anna.example.com' }, ['data.email']],
    ['a key of 300 characters', { key: 'x'.repeat(300) }, ['data.key']],
    ['a name of 300 characters', { key: 'user-1', name: 'x'.repeat(300) }, ['data.name']],
    ['the character U+0000', { key: 'user-1', name: 'a\0b' }, ['data.name']],
  ])('with %s are refused', async (_, data, fields) => {
    const { api, events } = await affiliateProgram()
    const answer = await events.post('/customers', aSignUp(data, 'jane'))
    expect(answer.status).toBe(422)
    expect(Object.keys(answer.body.errors)).toEqual(fields)
    const list = await api.get('/customers')
    expect(list.body.data).toEqual([])
  })
})
