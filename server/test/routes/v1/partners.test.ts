import { describe, expect, it } from 'vitest'
import { createTestProgram } from '../../helpers/create-test-program.js'
import { databases } from '../../helpers/databases.js'
import { startTestServer } from '../../helpers/start-test-server.js'

const TIME = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/)

describe.each(databases)('partners on $name', (database) => {
  const server = startTestServer(database)

  it('are created with all that is told of them', async () => {
    const { api } = await createTestProgram(server)
    const answer = await api.post('/partners', {
      id: 'partner_123',
      key: 'ref_123',
      email: 'John.Doe@example.com',
      name: 'John',
      surname: 'Doe',
      password: 'Secret123',
      tags: ['premium'],
    })
    expect(answer.status).toBe(200)
    expect(answer.body).toEqual({
      data: {
        email: 'John.Doe@example.com',
        created_at: TIME,
        updated_at: TIME,
        name: 'John',
        id: 'partner_123',
        key: 'ref_123',
        surname: 'Doe',
        tos: false,
        approved: true,
        status: 'active',
        custom_fields: [],
        referrals_count: 0,
        tags: [{ value: 'premium' }],
        referral_link: 'https://shop.example?aff=ref_123',
        referral_links: ['https://shop.example?aff=ref_123'],
        referrals: { clicks: 0, signups: 0, revenue: [], sales_count: 0, paid_accounts: 0 },
        commissions: { paid: [], pending: [], not_paid: [] },
        custom_field_values: [],
      },
      status: 1,
    })
  })

  it.each([
    ['key', { key: 'jane' }, 'jane'],
    ['id', { id: 'jane' }, 'jane'],
    ['neither', { id: null, key: null }, expect.stringMatching(/^[0-9a-f]{10}$/)],
  ])('that are given %s have both, the same', async (_, names, name) => {
    const { api } = await createTestProgram(server)
    const { body } = await api.post('/partners', { email: 'jane@example.com', ...names })
    expect(body.data).toMatchObject({ id: name, key: name })
    expect(body.data.id).toBe(body.data.key)
  })

  it.each(['partner_123', 'ref_123', 'john@example.com', 'JOHN@example.com'])(
    'are found by %s',
    async (identifier) => {
      const { api } = await createTestProgram(server)
      await api.post('/partners', { id: 'partner_123', key: 'ref_123', email: 'john@example.com' })
      const answer = await api.get(`/partners/${identifier}`)
      expect(answer.body.data.id).toBe('partner_123')
    },
  )

  it.each([
    ['/partners/', { email: 'john@example.com' }],
    ['/partners/ref_123', { key: 'ref_123' }],
    ['/partners?key=ref_123', undefined],
  ])('are found at %s with the body %j', async (path, body) => {
    const { api } = await createTestProgram(server)
    await api.post('/partners', { id: 'partner_123', key: 'ref_123', email: 'john@example.com' })
    const answer = await api.get(path, body)
    expect(answer.body.data.id).toBe('partner_123')
  })

  it('that are not there are 404', async () => {
    const { api } = await createTestProgram(server)
    const answer = await api.get('/partners/nobody')
    expect(answer.status).toBe(404)
    expect(answer.body).toEqual({ message: 'There is no such partner.', errors: {}, status: 0 })
  })

  it.each([
    ['e-mail address', { email: 'JANE@example.com', key: 'other' }, 'email'],
    ['id', { email: 'other@example.com', id: 'jane' }, 'id'],
    ['key', { email: 'other@example.com', key: 'jane' }, 'key'],
    ['key, with an id of their own', { email: 'o@example.com', id: 'o', key: 'jane' }, 'key'],
  ])('cannot share their %s', async (_, partner, field) => {
    const { api } = await createTestProgram(server)
    await api.post('/partners', { email: 'jane@example.com', key: 'jane' })
    const answer = await api.post('/partners', partner)
    expect(answer.status).toBe(422)
    expect(Object.keys(answer.body.errors)).toEqual([field])
    expect((await api.get('/partners')).body.data).toHaveLength(1)
  })

  it('may have the names of another program’s', async () => {
    const partner = { email: 'jane@example.com', key: 'jane' }
    for (const { api } of [await createTestProgram(server), await createTestProgram(server)]) {
      expect((await api.post('/partners', partner)).status).toBe(200)
    }
  })

  it('show what they brought about and earned', async () => {
    const { api } = await createTestProgram(server)
    await api.post('/partners', { key: 'jane', email: 'jane@example.com' })
    for (const key of ['user-1', 'user-2']) {
      await api.post('/customers', { key, partner: { key: 'jane' } })
    }
    const sale = { customer: { key: 'user-1' }, amount: 99.99 }
    await api.post('/transactions', { ...sale, key: 'order-1' })
    await api.post('/transactions', { ...sale, key: 'order-2' })
    await api.post('/transactions', { ...sale, key: 'order-3', amount_units: 'eur' })

    const { body } = await api.get('/partners/jane')
    expect(body.data).toMatchObject({
      referrals_count: 2,
      referrals: {
        signups: 2,
        revenue: [
          { currency: 'EUR', amount: 99.99 },
          { currency: 'USD', amount: 199.98 },
        ],
        sales_count: 3,
        paid_accounts: 1,
      },
      commissions: {
        not_paid: [
          { currency: 'EUR', amount: 29.997 },
          { currency: 'USD', amount: 59.994 },
        ],
      },
    })
  })

  it('are listed page by page, the newest first', async () => {
    const { api } = await createTestProgram(server)
    for (const key of ['a', 'b', 'c', 'd', 'e']) {
      await api.post('/partners', { key, email: `${key}@example.com` })
    }
    const keys = (body: { data: { key: string }[] }) => body.data.map(({ key }) => key)

    const first = await api.get('/partners?limit=2')
    expect(keys(first.body)).toEqual(['e', 'd'])
    expect(first.body.links).toEqual({
      first: `${server.url}/v1/partners?limit=2&page=1`,
      last: null,
      prev: null,
      next: `${server.url}/v1/partners?limit=2&page=2`,
    })
    expect(first.body.meta).toEqual({
      current_page: 1,
      from: 1,
      path: `${server.url}/v1/partners`,
      per_page: 2,
      to: 2,
    })

    const last = await api.get('/partners', { limit: 2, page: 3 })
    expect(keys(last.body)).toEqual(['a'])
    expect(last.body.links).toMatchObject({
      prev: `${server.url}/v1/partners?limit=2&page=2`,
      next: null,
    })
    expect(last.body.meta).toMatchObject({ from: 5, to: 5 })

    const beyond = await api.get('/partners?limit=2&page=9')
    expect(beyond.body).toMatchObject({ data: [], meta: { from: null, to: null } })

    const oldest = await api.get('/partners?sort=asc&limit=1')
    expect(keys(oldest.body)).toEqual(['a'])
    expect(oldest.body.links.next).toBe(`${server.url}/v1/partners?sort=asc&limit=1&page=2`)
  })

  it('are listed whatever else a body says', async () => {
    const { api } = await createTestProgram(server)
    const body = { limit: 5, sort: null, x: { toString: [{ toString: 1 }] }, y: [1, [2]] }
    const { status, body: answer } = await api.get('/partners', body)
    expect(status).toBe(200)
    expect(answer.links.first).toBe(`${server.url}/v1/partners?limit=5&y.0=1&page=1`)
  })

  it.each([
    ['?limit=0', 1],
    ['?limit=1000', 250],
    ['?limit=-3', 1],
    ['', 15],
  ])('are listed with %s by %d', async (query, perPage) => {
    const { api } = await createTestProgram(server)
    const { body } = await api.get(`/partners${query}`)
    expect(body.meta.per_page).toBe(perPage)
  })

  it.each([
    ['?limit=many', 'limit'],
    ['?page=1.5', 'page'],
    ['?sort=up', 'sort'],
  ])('are not listed with %s', async (query, field) => {
    const { api } = await createTestProgram(server)
    const { status, body } = await api.get(`/partners${query}`)
    expect(status).toBe(422)
    expect(Object.keys(body.errors)).toEqual([field])
  })

  it.each([
    ['email=anna@example.com', ['anna']],
    ['email=EXAMPLE.COM', ['100%', 'joanna', 'anna']],
    ['key=nn', ['joanna', 'anna']],
    ['key=100%25', ['100%']],
    ['name=meier', ['anna']],
    ['name=anna&key=jo', []],
    ['id=nobody', []],
  ])('are searched by %s, and whoever is named in full is found alone', async (query, keys) => {
    const { api } = await createTestProgram(server)
    await api.post('/partners', { key: 'anna', email: 'anna@example.com', surname: 'Meier' })
    await api.post('/partners', { key: 'joanna', email: 'joanna@example.com' })
    await api.post('/partners', { key: '100%', email: 'c@example.com' })
    const { body } = await api.get(`/partners:search?${query}`)
    expect(body.data.map(({ key }: { key: string }) => key)).toEqual(keys)
    expect(body.links.first).toContain('/v1/partners:search?')
  })

  it('are listed by state, alone and in a search', async () => {
    const { api } = await createTestProgram(server)
    await api.post('/partners', { key: 'anna', email: 'anna@example.com', approved: false })
    await api.post('/partners', { key: 'ben', email: 'ben@example.com', approved: false })
    await api.post('/partners', { key: 'cleo', email: 'cleo@example.com' })
    const keysOf = async (path: string) =>
      (await api.get(path)).body.data.map(({ key }: { key: string }) => key)
    expect(await keysOf('/partners?status=pending')).toEqual(['ben', 'anna'])
    expect(await keysOf('/partners:search?status=pending&key=ann')).toEqual(['anna'])
    expect((await api.get('/partners?status=deleted')).body.errors.status).toBeDefined()
  })

  it('do not exist in a refer-a-friend program', async () => {
    const { api } = await createTestProgram(server, { type: 'refer_a_friend' })
    const answer = await api.post('/partners', { email: 'jane@example.com' })
    expect(answer.status).toBe(404)
    expect(answer.body.message).toContain('Only affiliate programs have partners')
  })
})
