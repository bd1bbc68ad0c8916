import { describe, expect, it } from 'vitest'
import { aClick } from '../../helpers/a-click.js'
import { createTestProgram } from '../../helpers/create-test-program.js'
import { databases } from '../../helpers/databases.js'
import { startTestServer } from '../../helpers/start-test-server.js'

const kinds = [
  { kind: 'partner', type: 'affiliate', parameter: 'aff' },
  { kind: 'customer', type: 'refer_a_friend', parameter: 'ref' },
] as const

describe.each(databases)('referral links on $name', (database) => {
  const server = startTestServer(database)

  describe.each(kinds)('of a $kind', ({ kind, type, parameter }) => {
    const path = `/${kind}_referral_links`

    async function programWithJane() {
      const program = await createTestProgram(server, { type })
      const jane = { id: 'jane-id', key: 'jane', email: 'jane@example.com' }
      await program.api.post(`/${kind}s`, jane)
      return program
    }

    const keysOf = (answer: { body: { data: { key: string }[] } }) =>
      answer.body.data.map(({ key }) => key)

    it('are made beside the first one', async () => {
      const { api, events } = await programWithJane()
      const created = await api.post(path, { key: 'spring', [kind]: { id: 'jane-id' } })
      expect(created.status).toBe(201)
      expect(created.body.data).toEqual({
        id: 'spring',
        key: 'spring',
        url: `https://shop.example?${parameter}=spring`,
        default: false,
        domain_id: null,
        is_additional: false,
        direct_tracking: false,
        direct_tracking_redirect: false,
        direct_tracking_redirect_url: null,
        [kind]: 'jane-id',
      })
      const click = await events.post('/clicks', aClick('spring'))
      expect(click.body.data.partner.key).toBe('jane')
      const owner = await api.get(`/${kind}s/jane-id`)
      expect(owner.body.data.referral_links).toEqual([
        `https://shop.example?${parameter}=jane`,
        `https://shop.example?${parameter}=spring`,
      ])
    })

    it('are listed and found', async () => {
      const { api } = await programWithJane()
      await api.post(path, { key: 'spring', [kind]: { email: 'jane@example.com' } })
      const first = { key: 'jane', default: true }
      expect((await api.get(`${path}/jane`)).body.data).toMatchObject(first)
      expect(keysOf(await api.get(`${path}?sort=asc`))).toEqual(['jane', 'spring'])
      expect(keysOf(await api.get(`/${kind}s/jane/referral_links`, { limit: 1 }))).toHaveLength(1)
      const part = `/${kind}s/jane/referral_links?key=PRI`
      expect(keysOf(await api.get(part))).toEqual(['spring'])
      expect(keysOf(await api.get(`${path}:search?id=spring`))).toEqual(['spring'])
      expect(keysOf(await api.get(`${path}:search?key=nothing`))).toEqual([])
      const nested = encodeURIComponent(`${kind}[id]`)
      expect(keysOf(await api.get(`${path}:search?${nested}=jane-id`))).toHaveLength(2)
      expect(keysOf(await api.get(`${path}:search?${nested}=nobody`))).toEqual([])
      expect((await api.get(`${path}/nothing`)).status).toBe(404)
      expect((await api.get(`/${kind}s/nobody/referral_links`)).status).toBe(404)
    })

    it('are made and changed with the members that PHP sends', async () => {
      const { api } = await programWithJane()
      await api.post(path, {
        id: null,
        key: 'spring',
        url: null,
        default: false,
        domain_id: null,
        is_additional: false,
        isAdditional: true,
        directTracking: true,
        directTrackingRedirect: true,
        directTrackingRedirectUrl: 'https://shop.example/spring',
        [kind]: { key: 'jane' },
      })
      const expected = {
        is_additional: false,
        direct_tracking: true,
        direct_tracking_redirect: true,
        direct_tracking_redirect_url: 'https://shop.example/spring',
      }
      expect((await api.get(`${path}/spring`)).body.data).toMatchObject(expected)
      const changed = await api.put(`${path}/spring`, { directTracking: false })
      expect(changed.body.data).toMatchObject({ ...expected, direct_tracking: false })
    })

    it('get another key', async () => {
      const { api, events } = await programWithJane()
      const changed = await api.put(`${path}/jane`, { key: 'janet' })
      expect(changed.body.data).toMatchObject({ key: 'janet', default: true })
      expect((await api.get(`/${kind}s/jane-id`)).body.data.key).toBe('janet')
      expect((await events.post('/clicks', aClick('jane'))).body.data.partner).toBeNull()
      expect((await events.post('/clicks', aClick('janet'))).body.data.partner.key).toBe('janet')
    })

    it('are deleted, but for the first one', async () => {
      const { api, events } = await programWithJane()
      await api.post(path, { key: 'spring', [kind]: { key: 'jane' } })
      expect((await api.delete(`${path}/spring`, { key: 'spring' })).body).toEqual({ status: 1 })
      expect((await api.delete(`${path}/spring`)).status).toBe(404)
      expect((await api.delete(`${path}/jane`)).status).toBe(400)
      expect((await events.post('/clicks', aClick('spring'))).body.data.partner).toBeNull()
    })

    it.each([
      [{ key: 'jane', [kind]: { key: 'jane' } }, 'key'],
      [{ key: 'spring' }, kind],
      [{ key: 'spring', [kind]: { key: 'nobody' } }, kind],
      [{ key: 'spring', [kind]: { key: 'jane' }, domain_id: 7 }, 'domain_id'],
      [{ [kind]: { key: 'jane' } }, 'key'],
    ])('refuse %j', async (body, field) => {
      const { api } = await programWithJane()
      const answer = await api.post(path, body)
      expect(answer.status).toBe(422)
      expect(Object.keys(answer.body.errors)).toEqual([field])
    })

    it('lead to further websites of the program', async () => {
      const { api } = await programWithJane()
      const domains = ['https://eu.shop.example/', 'https://us.shop.example']
      await api.put('/settings', { settings: { domains: domains } })
      const listed = await api.get(`${path}:domains`)
      expect(listed.body.data).toEqual([
        {
          id: null,
          domain: 'https://shop.example',
          url: `https://shop.example?${parameter}=`,
          is_additional: false,
        },
        {
          id: '1',
          domain: 'https://eu.shop.example',
          url: `https://eu.shop.example?${parameter}=`,
          is_additional: true,
        },
        {
          id: '2',
          domain: 'https://us.shop.example',
          url: `https://us.shop.example?${parameter}=`,
          is_additional: true,
        },
      ])
      const created = await api.post(path, { key: 'us', domain_id: '2', [kind]: { key: 'jane' } })
      const url = `https://us.shop.example?${parameter}=us`
      expect(created.body.data).toMatchObject({ url, domain_id: '2' })
      expect((await api.get(`/${kind}s/jane`)).body.data.referral_links).toContain(url)

      const keep = { settings: { domains: ['https://us.shop.example'] } }
      expect((await api.put('/settings', keep)).status).toBe(200)
      const drop = await api.put('/settings', { settings: { domains: [] } })
      expect(drop.status).toBe(422)
      expect((await api.get(`${path}:domains?limit=1`)).body.links.next).toContain('page=2')
    })
  })

  it('belong to the other kind of program', async () => {
    const { api } = await createTestProgram(server)
    expect((await api.get('/customer_referral_links')).status).toBe(404)
    expect((await api.get('/customers/c1/referral_links')).status).toBe(404)
  })
})
