import { describe, expect, it } from 'vitest'
import { createTestProgram } from '../../helpers/create-test-program.js'
import { databases } from '../../helpers/databases.js'
import { startTestServer } from '../../helpers/start-test-server.js'

describe.each(databases)('subscribers on $name', (database) => {
  const server = startTestServer(database)
  const createNewsletter = () => createTestProgram(server, { type: 'newsletter' })

  it('get a link to share, and stay as they are when they come again', async () => {
    const { api } = await createNewsletter()
    const made = await api.post('/subscribers', {
      id: 'reader_1',
      email: 'Ann@example.com',
      name: 'Ann',
      tos: true,
      marketing_consent: false,
    })
    const { key, ...subscriber } = made.body.data
    expect(subscriber).toEqual({
      id: 'reader_1',
      name: 'Ann',
      email: 'Ann@example.com',
      is_referred: false,
      tos: true,
      marketing_consent: false,
      status: 'Active',
      approved: true,
      portal_link: 'https://shop.example',
      share_link: `https://shop.example?ref=${key}`,
      referrals_count: 0,
      reward: [],
      created_at: expect.stringMatching(/000Z$/),
      updated_at: expect.stringMatching(/000Z$/),
      deleted_at: null,
    })
    const again = await api.post('/subscribers', { email: 'ann@EXAMPLE.com', name: 'Other' })
    expect(again).toMatchObject({ status: 200, body: made.body })
    const stolen = await api.post('/subscribers', { id: 'reader_1', email: 'bob@example.com' })
    expect(stolen).toMatchObject({ status: 422, body: { errors: { id: [expect.any(String)] } } })
  })

  it('are found by id, by key or by e-mail address, in path, query and body', async () => {
    const { api } = await createNewsletter()
    const { data } = (
      await api.post('/subscribers', { identifier: 'r1', email: 'ann@example.com' })
    ).body
    expect(data.id).toBe('r1')
    for (const answer of [
      await api.get('/subscribers/r1', { id: 'r1' }),
      await api.get('/subscribers/ann@example.com', { email: 'ann@example.com' }),
      await api.get(`/subscribers/${data.key}`),
      await api.get('/subscribers/', { email: 'ann@example.com' }),
    ]) {
      expect(answer.body).toEqual({ data, status: 1 })
    }
    expect((await api.get('/subscribers/nobody')).status).toBe(404)
    expect((await api.get('/subscribers/', { email: 'no@example.com' })).status).toBe(404)
  })

  it('are searched by a part, and whoever is named in full is found alone', async () => {
    const { api } = await createNewsletter()
    await api.post('/subscribers', { email: 'ann@example.com', name: 'Ann' })
    await api.post('/subscribers', { email: 'mary-ann@example.com', name: 'Mary' })
    const emails = async (query: string) =>
      (await api.get(`/subscribers:search?${query}`)).body.data.map(
        ({ email }: { email: string }) => email,
      )
    expect(await emails('email=ann@example.com')).toEqual(['ann@example.com'])
    expect(await emails('email=ann@')).toEqual(['mary-ann@example.com', 'ann@example.com'])
    expect(await emails('name=mar')).toEqual(['mary-ann@example.com'])
    expect(await emails('email=%25')).toEqual([])
  })

  it('refer others, once each, and are listed by that', async () => {
    const { api } = await createNewsletter()
    const ann = (await api.post('/subscribers', { id: 'ann', email: 'ann@example.com' })).body.data
    await api.post('/subscribers', { email: 'bob@example.com', referral: { id: 'ann' } })
    await api.post('/subscribers', { email: 'bob@example.com', referral: { id: 'ann' } })
    await api.post('/subscribers', { email: 'cid@example.com', referral: { key: ann.key } })
    await api.post('/subscribers', {
      email: 'dan@example.com',
      referral: { email: 'no@one.example' },
    })
    expect((await api.get('/subscribers/ann')).body.data.referrals_count).toBe(2)
    const emails = async (status: string) =>
      (await api.get('/subscribers', { refer_status: status })).body.data.map(
        ({ email }: { email: string }) => email,
      )
    expect(await emails('referred')).toEqual(['cid@example.com', 'bob@example.com'])
    expect(await emails('non_referred')).toEqual(['dan@example.com', 'ann@example.com'])
  })

  it('are credited to the first referrer, never to themselves', async () => {
    const { api } = await createNewsletter()
    await api.post('/subscribers', { id: 'ann', email: 'ann@example.com' })
    await api.post('/subscribers', { id: 'bob', email: 'bob@example.com' })
    const self = await api.post('/subscribers', {
      email: 'ann@example.com',
      referral: { id: 'ann' },
    })
    expect(self.body.data.is_referred).toBe(false)
    await api.post('/subscribers', { email: 'cid@example.com', referral: { id: 'ann' } })
    await api.post('/subscribers', { email: 'cid@example.com', referral: { id: 'bob' } })
    expect((await api.get('/subscribers/ann')).body.data.referrals_count).toBe(1)
    expect((await api.get('/subscribers/bob')).body.data.referrals_count).toBe(0)
  })

  it.each([
    ['nested, by id', '/subscribers', { id: 'ann', update: { name: 'Anna', status: 'suspended' } }],
    ['flat, by id', '/subscribers', { id: 'ann', name: 'Anna', status: 'suspended' }],
    ['flat, by path', '/subscribers/ann', { name: 'Anna', status: 'suspended' }],
    ['nested, by path', '/subscribers/ann', { update: { name: 'Anna', status: 'suspended' } }],
  ])('are changed %s', async (_way, path, body) => {
    const { api } = await createNewsletter()
    await api.post('/subscribers', { id: 'ann', email: 'ann@example.com' })
    const changed = await api.put(path, body)
    expect(changed).toMatchObject({
      status: 200,
      body: { data: { id: 'ann', name: 'Anna', status: 'Suspended' }, status: 1 },
    })
    expect((await api.get('/subscribers/ann')).body).toEqual(changed.body)
  })

  it('cannot take the id or the e-mail address of another', async () => {
    const { api } = await createNewsletter()
    await api.post('/subscribers', { id: 'ann', email: 'ann@example.com' })
    await api.post('/subscribers', { id: 'bob', email: 'bob@example.com' })
    for (const [field, value] of [
      ['id', 'bob'],
      ['email', 'BOB@example.com'],
    ] as const) {
      const refused = await api.put('/subscribers', { id: 'ann', update: { [field]: value } })
      expect(refused.status).toBe(422)
      expect(Object.keys(refused.body.errors)).toEqual([field])
    }
    expect((await api.put('/subscribers', { id: 'nobody', update: {} })).status).toBe(404)
  })

  it.each([
    ['/subscribers', { id: 'ann' }],
    ['/subscribers', { email: 'ann@example.com' }],
    ['/subscribers/ann', undefined],
  ])('are deleted at %s with %j, and may come again', async (path, body) => {
    const { api } = await createNewsletter()
    await api.post('/subscribers', { id: 'ann', email: 'ann@example.com' })
    expect(await api.delete(path, body)).toMatchObject({ status: 200, body: { status: 1 } })
    expect((await api.get('/subscribers/ann')).status).toBe(404)
    expect((await api.delete(path, body)).status).toBe(404)
    expect((await api.post('/subscribers', { email: 'ann@example.com' })).status).toBe(200)
  })

  it('are refused without an e-mail address', async () => {
    const { api } = await createNewsletter()
    expect(await api.post('/subscribers', [])).toMatchObject({
      status: 422,
      body: { errors: { email: [expect.any(String)] } },
    })
  })

  it('exist in newsletter programs alone', async () => {
    for (const type of ['affiliate', 'refer_a_friend'] as const) {
      const { api } = await createTestProgram(server, { type })
      expect((await api.get('/subscribers')).status).toBe(404)
      expect((await api.post('/rewards', { name: 'Mug' })).status).toBe(404)
    }
  })

  it('earn each reward once, when they have referred enough who count', async () => {
    const { api } = await createNewsletter()
    const mug = await api.post('/rewards', {
      name: 'Mug',
      description: 'To drink from',
      subscribers_count: 2,
      fulfillment_type: 'url_link',
      fulfillment_value: 'https://shop.example/mug',
    })
    expect(mug.body.data).toEqual({
      id: 1,
      name: 'Mug',
      description: 'To drink from',
      status: 'active',
      type: 'default',
      subscriber_count: 2,
      subscribers_count: 2,
      fulfillment_type: 'url_link',
      fulfillment_type_name: 'URL link',
      fulfillment_value: 'https://shop.example/mug',
      times_triggered: 0,
      created_at: expect.any(String),
      updated_at: expect.any(String),
    })
    await api.post('/subscribers', { id: 'ann', email: 'ann@example.com' })
    const refer = (id: string, more = {}) =>
      api.post('/subscribers', { id, email: `${id}@example.com`, referral: { id: 'ann' }, ...more })
    const rewards = async () => (await api.get('/subscribers/ann')).body.data.reward
    await refer('bob')
    await refer('cid', { approved: false })
    expect(await rewards()).toEqual([])
    await api.put('/subscribers/cid', { approved: true })
    expect(await rewards()).toMatchObject([{ id: 1, name: 'Mug', rewarded_at: expect.any(String) }])
    await refer('dan')
    await api.delete('/subscribers/bob')
    expect(await rewards()).toHaveLength(1)
    expect((await api.get('/rewards/1')).body.data.times_triggered).toBe(1)
    expect((await api.get('/rewards')).body.data).toHaveLength(1)
    expect((await api.get('/rewards/2')).status).toBe(404)
  })

  it('are listed by what they earned, and earn nothing more of what is archived', async () => {
    const { api } = await createNewsletter()
    await api.post('/rewards', { name: 'Mug', description: 'Blue' })
    await api.post('/subscribers', { id: 'ann', email: 'ann@example.com' })
    await api.post('/subscribers', { id: 'bob', email: 'bob@example.com', referral: { id: 'ann' } })
    const listed = async (query = '') => (await api.get(`/rewards/1/subscribers${query}`)).body.data
    const ann = { id: 'ann', email: 'ann@example.com', rewarded_at: expect.any(String) }
    expect(await listed()).toMatchObject([ann])
    expect(await listed('?email=ANN@')).toMatchObject([ann])
    expect(await listed('?email=bob')).toEqual([])

    const changed = await api.put('/rewards/1', {
      name: 'Cup',
      description: '',
      status: 'archived',
    })
    const cup = { name: 'Cup', description: null, status: 'archived', times_triggered: 1 }
    expect(changed.body.data).toMatchObject(cup)
    await api.post('/subscribers', { id: 'cid', email: 'cid@example.com', referral: { id: 'bob' } })
    expect(await listed()).toHaveLength(1)
    expect((await api.get('/subscribers/ann')).body.data.reward).toMatchObject([{ name: 'Cup' }])

    await api.put('/rewards/1', { status: 'active' })
    await api.post('/subscribers', { id: 'dan', email: 'dan@example.com', referral: { id: 'bob' } })
    expect((await listed()).map(({ id }: { id: string }) => id)).toEqual(['bob', 'ann'])
    expect((await api.put('/rewards/2', { name: 'Cup' })).status).toBe(404)
  })

  it('are counted by the program', async () => {
    const { id, api } = await createNewsletter()
    await api.post('/subscribers', { id: 'ann', email: 'ann@example.com' })
    await api.post('/subscribers', { email: 'bob@example.com', referral: { id: 'ann' } })
    await api.post('/subscribers', { email: 'cid@example.com', referral: { id: 'ann' } })
    for (const path of ['/program', '/program/overview']) {
      expect((await api.get(path)).body).toEqual({
        data: {
          id,
          name: 'Api Test',
          esp_type: 'custom',
          esp_type_name: 'Custom',
          total_subscribers: 3,
          total_referring: 1,
          total_referred: 2,
          created_at: expect.any(String),
        },
        status: 1,
      })
    }
  })

  it('come from the browser too, by the link of another', async () => {
    const { api, events } = await createNewsletter()
    const ann = (
      await api.post('/subscribers', { id: 'ann', email: 'ann@example.com', name: 'Ann' })
    ).body.data
    const click = await events.post('/clicks', {
      id: '0196d8b5-9b2c-7000-8000-000000000001',
      key: ann.key,
      url: ann.share_link,
      referrer: '',
      session: 's',
      at: Date.now(),
    })
    expect(click.body.data.partner).toEqual({ key: ann.key, name: 'Ann' })
    const signUp = {
      id: '0196d8b5-9b2c-7000-8000-000000000002',
      data: { email: 'bob@example.com', name: 'Bob' },
      key: ann.key,
    }
    const first = await events.post('/customers', signUp)
    expect(first).toMatchObject({
      status: 201,
      body: { data: { partner: { key: ann.key, name: 'Ann' } }, status: 1 },
    })
    const again = await events.post('/customers', signUp)
    expect(again).toMatchObject({ status: 200, body: first.body })
    // Whoever else sends an address that is known learns no more than what was sent.
    const another = { ...signUp, id: '0196d8b5-9b2c-7000-8000-000000000003' }
    expect(await events.post('/customers', another)).toMatchObject({
      status: 200,
      body: { data: { key: 'bob@example.com', partner: { key: ann.key } }, status: 1 },
    })
    expect((await api.get('/subscribers/bob@example.com')).body.data.is_referred).toBe(true)
    const nameless = { id: signUp.id, data: { key: 'k' } }
    expect((await events.post('/customers', nameless)).status).toBe(422)
  })

  it.each(['/partners', '/customers', '/transactions', '/leads'])(
    'are instead of %s, which a newsletter does not have',
    async (path) => {
      const { api } = await createNewsletter()
      expect(await api.get(path)).toMatchObject({ status: 404, body: { status: 0 } })
    },
  )
})
