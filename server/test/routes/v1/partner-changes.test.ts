import { describe, expect, it } from 'vitest'
import { aClick } from '../../helpers/a-click.js'
import { createTestProgram } from '../../helpers/create-test-program.js'
import { databases } from '../../helpers/databases.js'
import { startTestServer } from '../../helpers/start-test-server.js'

const jane = { id: 'jane-id', key: 'jane', email: 'jane@example.com', name: 'Jane', tags: ['a'] }

describe.each(databases)('changes of partners on $name', (database) => {
  const server = startTestServer(database)

  async function programWithJane() {
    const program = await createTestProgram(server)
    await program.api.post('/partners', jane)
    await program.api.post('/partners', { key: 'joe', email: 'joe@example.com' })
    return program
  }

  it.each([
    ['nested, by path', '/partners/jane-id', { update: { name: 'Janet' } }],
    ['flat, by path', '/partners/jane-id', { name: 'Janet', surname: null }],
    ['by a key in the path', '/partners/jane', { name: 'Janet' }],
    ['nested, by key', '/partners', { key: 'jane', update: { name: 'Janet' } }],
    ['nested, by e-mail address', '/partners', { email: jane.email, update: { name: 'Janet' } }],
    ['flat, by key', '/partners', { key: 'jane', name: 'Janet' }],
    ['at the old address', '/partner', { key: 'jane', update: { name: 'Janet' } }],
  ])('are read %s', async (_how, path, body) => {
    const { api } = await programWithJane()
    const answer = await api.put(path, body)
    expect(answer.status).toBe(200)
    expect(answer.body.data).toMatchObject({ id: 'jane-id', name: 'Janet', email: jane.email })
    expect(answer.body.data.tags).toEqual([{ value: 'a' }])
    const stored = await api.get('/partners/jane-id')
    expect(stored.body.data.name).toBe('Janet')
  })

  it('clear tags with an empty list', async () => {
    const { api } = await programWithJane()
    const answer = await api.put('/partners/jane', { tags: [] })
    expect(answer.body.data.tags).toEqual([])
  })

  it('give a new key a link, and let the old one work on', async () => {
    const { api, events } = await programWithJane()
    const answer = await api.put('/partners/jane-id', { update: { key: 'janet' } })
    expect(answer.body.data).toMatchObject({
      key: 'janet',
      referral_link: 'https://shop.example?aff=janet',
      referral_links: ['https://shop.example?aff=jane', 'https://shop.example?aff=janet'],
    })
    for (const key of ['jane', 'janet']) {
      const click = await events.post('/clicks', aClick(key))
      expect(click.body.data.partner.key).toBe('janet')
    }
  })

  it.each([
    ['an address', { email: 'JOE@example.com' }, 'email'],
    ['a key', { key: 'joe' }, 'key'],
    ['a password that is too simple', { password: 'password' }, 'password'],
    ['an address that is none', { email: 'jane' }, 'email'],
  ])('refuse %s of somebody else or not fit for use', async (_what, update, field) => {
    const { api } = await programWithJane()
    const answer = await api.put('/partners/jane', { update })
    expect(answer.status).toBe(422)
    expect(answer.body.status).toBe(0)
    expect(JSON.stringify(answer.body.errors)).toContain(field)
    const stored = await api.get('/partners/jane')
    expect(stored.body.data.email).toBe(jane.email)
  })

  it('take the same address and key again', async () => {
    const { api } = await programWithJane()
    const answer = await api.put('/partners/jane', { email: 'Jane@Example.com', key: 'jane' })
    expect(answer.status).toBe(200)
    expect(answer.body.data.referral_links).toHaveLength(1)
  })

  it('never show a password', async () => {
    const { api } = await programWithJane()
    const answer = await api.put('/partners/jane', { password: 'Secret123' })
    expect(answer.status).toBe(200)
    expect(JSON.stringify(answer.body)).not.toMatch(/secret|password|scrypt/i)
  })

  it('of nobody are 404', async () => {
    const { api } = await programWithJane()
    for (const answer of [
      await api.put('/partners/nobody', { name: 'X' }),
      await api.put('/partners', { key: 'nobody', update: { name: 'X' } }),
      await api.delete('/partners/nobody'),
      await api.delete('/partners', []),
      await api.post('/partners/nobody/archive'),
    ]) {
      expect(answer.status).toBe(404)
      expect(answer.body).toMatchObject({ status: 0, message: 'There is no such partner.' })
    }
  })

  it('stop an archived partner from being credited, until that is revoked', async () => {
    const { api, events } = await programWithJane()
    await api.post('/customers', { key: 'c1', partner: { key: 'jane' } })
    const sale = (key: string) =>
      api.post('/transactions', { key, customer: { key: 'c1' }, amount: 10 })

    expect((await api.post('/partners/jane/archive')).body).toEqual({ status: 1 })
    expect((await api.post('/partners/jane/archive')).status).toBe(400)
    expect((await api.get('/partners/jane')).body.data.status).toBe('archived')
    expect((await events.post('/clicks', aClick('jane'))).body.data.partner).toBeNull()
    const refused = await api.post('/customers', { key: 'c2', partner: { key: 'jane' } })
    expect(refused.body).toMatchObject({ status: 0 })
    expect((await sale('t1')).body.data.rewards).toEqual([])

    expect((await api.post('/partners/jane/revoke-archive')).body).toEqual({ status: 1 })
    expect((await api.post('/partners/jane/revoke-archive')).status).toBe(400)
    expect((await sale('t2')).body.data.rewards).toHaveLength(1)
  })

  it('let a partner wait for approval', async () => {
    const { api, events } = await programWithJane()
    const created = await api.post('/partners', {
      key: 'ann',
      email: 'ann@example.com',
      approved: false,
    })
    expect(created.body.data).toMatchObject({ status: 'pending', approved: false })
    const click = () => events.post('/clicks', aClick('ann'))
    expect((await click()).body.data.partner).toBeNull()

    expect((await api.post('/partners/ann/reject')).body).toEqual({ status: 1 })
    expect((await api.get('/partners/ann')).body.data).toMatchObject({ status: 'rejected' })
    expect((await api.post('/partners/ann/approve')).body).toEqual({ status: 1 })
    expect((await api.post('/partners/ann/approve')).status).toBe(400)
    expect((await click()).body.data.partner.key).toBe('ann')
  })

  it.each([
    ['by path', '/partners/jane', undefined],
    ['by key', '/partners', { key: 'jane' }],
    ['by e-mail address', '/partners', { email: jane.email }],
    ['at the old address', '/partner', { key: 'jane' }],
  ])('delete for good %s', async (_how, path, body) => {
    const { api, events } = await programWithJane()
    await api.post('/customers', { key: 'c1', partner: { key: 'jane' } })
    await api.post('/transactions', { key: 't1', customer: { key: 'c1' }, amount: 10 })

    expect((await api.delete(path, body)).body).toEqual({ status: 1 })

    expect((await api.get('/partners/jane')).status).toBe(404)
    expect((await api.get('/partners')).body.data).toHaveLength(1)
    expect((await api.get('/customers/c1')).body.data.partner).toBeNull()
    const sale = await api.get('/transactions/t1')
    expect(sale.body.data).toMatchObject({ partner: null, rewards: [{ amount: 3 }] })
    expect((await events.post('/clicks', aClick('jane'))).body.data.partner).toBeNull()
    const again = await api.post('/partners', jane)
    expect(again.body.data).toMatchObject({ id: 'jane-id', referrals_count: 0 })
  })

  it('reward a partner for no sale', async () => {
    const { api } = await programWithJane()
    const answer = await api.post('/partners/jane-id/reward', {
      amount: '12.50',
      date: '2025-05-07',
      note: 'Talk at the fair',
    })
    expect(answer.status).toBe(200)
    expect(answer.body.data).toMatchObject({
      partner: 'jane-id',
      amount: 12.5,
      amount_units: 'USD',
      state: 'approved',
      note: 'Talk at the fair',
      created_at: '2025-05-07T00:00:00.000000Z',
    })
    const partner = await api.get('/partners/jane')
    expect(partner.body.data.commissions.not_paid).toEqual([{ currency: 'USD', amount: 12.5 }])
  })

  it.each([
    [{ amount: 0 }, 'amount'],
    [{ amount: -1 }, 'amount'],
    [{ amount: 1.234 }, 'amount'],
    [{}, 'amount'],
    [{ amount: 1, date: 'soon' }, 'date'],
  ])('refuse the reward %j', async (body, field) => {
    const { api } = await programWithJane()
    const answer = await api.post('/partners/jane/reward', body)
    expect(answer.status).toBe(422)
    expect(Object.keys(answer.body.errors)).toEqual([field])
  })

  it('make a sign-in URL that works for a while', async () => {
    const { api, id } = await programWithJane()
    const before = Date.now()
    const answer = await api.post('/partners:sign-in-url', { email: jane.email, expires_in: 60 })
    const { url, expires_at } = answer.body.data
    expect(url).toMatch(new RegExp(`^${server.url}/partners/${id}/sign-in#token=[\\w-]{43}$`))
    expect(Date.parse(expires_at)).toBeGreaterThanOrEqual(before + 60_000)
    expect((await api.post('/partners:sign-in-url', { key: 'nobody' })).status).toBe(404)
    expect((await api.post('/partners:sign-in-url', { key: 'jane', expires_in: 5 })).status).toBe(
      422,
    )
  })

  it('make no sign-in URL for who is not active', async () => {
    const { api } = await programWithJane()
    await api.post('/partners', { key: 'noor', email: 'noor@example.com', approved: false })
    await api.post('/partners/jane/archive')
    for (const key of ['noor', 'jane']) {
      const refused = await api.post('/partners:sign-in-url', { key })
      expect(refused.status).toBe(400)
      expect(refused.body.errors).toEqual({ partner: ['The partner is not active.'] })
    }
  })
})
