import { describe, expect, it } from 'vitest'
import { aClick } from '../../helpers/a-click.js'
import { createTestProgram } from '../../helpers/create-test-program.js'
import { databases } from '../../helpers/databases.js'
import { startTestServer } from '../../helpers/start-test-server.js'

describe.each(databases)('changes of customers on $name', (database) => {
  const server = startTestServer(database)

  async function affiliateProgram() {
    const program = await createTestProgram(server)
    await program.api.post('/partners', { key: 'jane', email: 'jane@example.com' })
    const customer = { key: 'c1', email: 'anna@example.com', name: 'Anna' }
    await program.api.post('/customers', { ...customer, partner: { key: 'jane' } })
    await program.api.post('/customers', { key: 'c2', partner: { key: 'jane' } })
    return program
  }

  async function friendsProgram() {
    const program = await createTestProgram(server, { type: 'refer_a_friend' })
    await program.api.post('/customers', { id: 'id-1', key: 'anna', email: 'anna@example.com' })
    return program
  }

  it.each([
    ['flat, by path', '/customers/c1', { name: 'Ann', surname: 'Lee' }],
    ['nested, by path', '/customers/c1', { update: { name: 'Ann', surname: 'Lee' } }],
    ['by e-mail address', '/customers/anna@example.com', { name: 'Ann', surname: 'Lee' }],
    ['nested, by key', '/customers', { key: 'c1', update: { name: 'Ann', surname: 'Lee' } }],
    ['at the old address', '/customer', { key: 'c1', update: { name: 'Ann', surname: 'Lee' } }],
  ])('are read %s', async (_how, path, body) => {
    const { api } = await affiliateProgram()
    const answer = await api.put(path, body)
    expect(answer.status).toBe(200)
    const expected = { key: 'c1', name: 'Ann', surname: 'Lee', email: 'anna@example.com' }
    expect(answer.body.data).toMatchObject(expected)
    expect((await api.get('/customers/c1')).body.data).toMatchObject(expected)
  })

  it('may give a new key, by which sales find the customer', async () => {
    const { api } = await affiliateProgram()
    const answer = await api.put('/customers', { key: 'c1', update: { key: 'user-1' } })
    expect(answer.body.data).toMatchObject({ key: 'user-1', partner: 'jane' })
    const sale = await api.post('/transactions', { customer: { key: 'user-1' }, amount: 10 })
    expect(sale.body.data.customer).toBe('user-1')
  })

  it('refuse what belongs to another customer', async () => {
    const { api } = await affiliateProgram()
    expect((await api.put('/customers/c2', { email: 'anna@example.com' })).status).toBe(422)
    const answer = await api.put('/customers', { key: 'c2', update: { key: 'c1' } })
    expect(answer.status).toBe(422)
    expect(answer.body.errors.key[0]).toContain('"c1" belongs to a customer already')
  })

  it('give a friend a second link with a new key', async () => {
    const { api, events } = await friendsProgram()
    const answer = await api.put('/customers', { id: 'id-1', update: { key: 'ann', name: 'Ann' } })
    expect(answer.body.data).toMatchObject({ id: 'id-1', name: 'Ann' })
    expect(answer.body.data.referral_link).toBe('https://shop.example?ref=ann')
    for (const key of ['anna', 'ann']) {
      expect((await events.post('/clicks', aClick(key))).body.data.partner.key).toBe('ann')
    }
  })

  it('merge metadata', async () => {
    const { api } = await friendsProgram()
    await api.put('/customers/id-1', { metadata: { date_of_birth: '1990-01-02' } })
    const answer = await api.put('/customers/id-1', { metadata: { plan: 'pro' } })
    expect(answer.body.data.metadata).toEqual({ date_of_birth: '1990-01-02', plan: 'pro' })
  })

  it('archive and restore, once each', async () => {
    const { api } = await affiliateProgram()
    const sale = (key: string) =>
      api.post('/transactions', { key, customer: { key: 'c1' }, amount: 10 })

    expect((await api.post('/customers/c1/archive')).body).toEqual({ status: 1 })
    expect((await api.post('/customers/c1/archive')).status).toBe(400)
    expect((await api.get('/customers/c1')).body.data.status).toBe('archived')
    expect((await sale('t1')).body.data.rewards).toEqual([])
    expect((await api.post('/customers/c1/revoke-archive')).body).toEqual({ status: 1 })
    expect((await api.post('/customers/c1/revoke-archive')).status).toBe(400)
    expect((await sale('t2')).body.data.rewards).toHaveLength(1)
  })

  it.each([
    ['by path', '/customers/c1', undefined],
    ['by key', '/customers', { key: 'c1' }],
    ['at the old address', '/customer', { key: 'c1' }],
  ])('delete for good %s, but not from the books', async (_how, path, body) => {
    const { api } = await affiliateProgram()
    await api.post('/transactions', { key: 't1', customer: { key: 'c1' }, amount: 10 })

    expect((await api.delete(path, body)).body).toEqual({ status: 1 })

    const gone = await api.get('/customers/c1')
    expect(gone.status).toBe(404)
    expect(gone.body.status).toBe(0)
    expect((await api.delete(path, body)).status).toBe(404)
    expect((await api.get('/customers')).body.data).toHaveLength(1)
    expect((await api.get('/transactions/t1')).body.data).toMatchObject({
      customer: null,
      rewards: [{ amount: 3 }],
    })
    const again = { key: 'c1', email: 'anna@example.com', partner: { key: 'jane' } }
    expect((await api.post('/customers', again)).body.data.key).toBe('c1')
  })

  it('free the links of a friend who is deleted', async () => {
    const { api, events } = await friendsProgram()
    await api.delete('/customers/id-1')
    expect((await events.post('/clicks', aClick('anna'))).body.data.partner).toBeNull()
    expect((await api.post('/customers', { key: 'anna' })).status).toBe(200)
  })

  it('are read at the old address too', async () => {
    const { api } = await affiliateProgram()
    const created = await api.post('/customer', {
      customer: { key: 'c3', name: 'Cid' },
      partner: { key: 'jane' },
      transaction: { key: 't3', amount: 10 },
    })
    expect(created.body.data).toMatchObject({ key: 'c3', partner: 'jane' })
    expect((await api.get('/customer', { key: 'c3' })).body.data.name).toBe('Cid')
    expect((await api.get('/transactions/t3')).body.data.customer).toBe('c3')
  })

  it('record who is invited, and say that no mail is sent where no mail server is known', async () => {
    const { api } = await friendsProgram()
    const answer = await api.post('/customers:invite', {
      email: 'bob@example.com',
      name: 'Bob',
      personalization: { greeting: 'Hi' },
    })
    expect(answer.body.data).toMatchObject({ email: 'bob@example.com', is_mail_sent: false })
    expect((await api.get('/customers/bob@example.com')).body.data.name).toBe('Bob')
    expect((await api.post('/customers:invite', { name: 'Bob' })).status).toBe(422)
  })

  it('refuse an unknown partner with 400 where the program is strict', async () => {
    const { api } = await createTestProgram(server, { strict_attribution: 1 })
    const answer = await api.post('/customers', { key: 'c1', partner: { key: 'nobody' } })
    expect(answer.status).toBe(400)
    expect(answer.body).toMatchObject({ status: 0, message: 'There is no such partner.' })
    expect((await api.get('/customers/c1')).status).toBe(404)
  })
})
