import { describe, expect, it } from 'vitest'
import { aClick } from '../../helpers/a-click.js'
import { createTestProgram } from '../../helpers/create-test-program.js'
import { databases } from '../../helpers/databases.js'
import { startTestServer } from '../../helpers/start-test-server.js'

describe.each(databases)('clicks on $name', (database) => {
  const server = startTestServer(database)

  it('are credited to the partner whose key they carry', async () => {
    const { api, events } = await createTestProgram(server)
    await api.post('/partners', { key: 'jane', email: 'jane@example.com', name: 'Jane' })

    const answer = await events.post('/clicks', aClick('jane'))

    expect(answer.status).toBe(201)
    expect(answer.body).toEqual({ data: { partner: { key: 'jane', name: 'Jane' } }, status: 1 })
    const partner = await api.get('/partners/jane')
    expect(partner.body.data.referrals.clicks).toBe(1)
  })

  it('are credited to the friend whose key they carry', async () => {
    const { api, events } = await createTestProgram(server, { type: 'refer_a_friend' })
    await api.post('/customers', { id: 'user-1', key: 'anna', name: 'Anna' })

    const answer = await events.post('/clicks', aClick('anna'))

    expect(answer.body.data.partner).toEqual({ key: 'anna', name: 'Anna' })
    const stats = await api.get('/customers/user-1/stats')
    expect(stats.body.data.clicks).toBe(1)
  })

  it('are answered with what a friend gets, where a rule says so', async () => {
    const { api, events } = await createTestProgram(server, { type: 'refer_a_friend' })
    await api.post('/customers', { id: 'user-1', key: 'anna', name: 'Anna' })
    const welcome = { name: 'Welcome', commission: '10%', beneficiary: 'customer', sales: 'first' }
    await api.post('/commission_rules', welcome)

    const offer = { type: 'percent', amount: 10, currency: null, sales: 'first', months: null }
    for (const click of [aClick('anna'), aClick('anna')]) {
      const answer = await events.post('/clicks', click)
      expect(answer.body.data.partner).toEqual({ key: 'anna', name: 'Anna', offer })
    }
    expect((await events.post('/clicks', aClick('nobody'))).body.data.partner).toBeNull()
  })

  it('count once, however often they are sent', async () => {
    const { api, events } = await createTestProgram(server)
    await api.post('/partners', { key: 'jane', email: 'jane@example.com', name: 'Jane' })
    const click = aClick('jane')

    const first = await events.post('/clicks', click)
    const again = await Promise.all([1, 2, 3].map(() => events.post('/clicks', click)))

    expect(first.status).toBe(201)
    for (const answer of again) {
      expect(answer.status).toBe(200)
      expect(answer.body).toEqual(first.body)
    }
    const partner = await api.get('/partners/jane')
    expect(partner.body.data.referrals.clicks).toBe(1)
  })

  it('with a key that is nobody’s are taken, and credited to nobody', async () => {
    const { events } = await createTestProgram(server)
    const answer = await events.post('/clicks', aClick('producthunt'))
    expect(answer.status).toBe(201)
    expect(answer.body).toEqual({ data: { partner: null }, status: 1 })
  })

  it('do not see the keys of other programs', async () => {
    const [mine, other] = [await createTestProgram(server), await createTestProgram(server)]
    await other.api.post('/partners', { key: 'jane', email: 'jane@example.com' })
    const answer = await mine.events.post('/clicks', aClick('jane'))
    expect(answer.body.data.partner).toBeNull()
  })

  it.each([
    ['a UUID of another version', { id: crypto.randomUUID() }, 'id'],
    ['no key', { key: undefined }, 'key'],
    ['an empty key', { key: '' }, 'key'],
    ['a key of 256 characters', { key: 'x'.repeat(256) }, 'key'],
    ['a control character in the key', { key: 'a\nb' }, 'key'],
    ['a time that is no number', { at: 'now' }, 'at'],
    ['a URL that is no text', { url: { href: '' } }, 'url'],
  ])('with %s are refused', async (_, change, field) => {
    const { events } = await createTestProgram(server)
    const answer = await events.post('/clicks', aClick('jane', change))
    expect(answer.status).toBe(422)
    expect(answer.body).toMatchObject({ status: 0, message: expect.any(String) })
    expect(Object.keys(answer.body.errors)).toEqual([field])
  })

  it('of more than 16 KiB are refused', async () => {
    const { events } = await createTestProgram(server)
    const answer = await events.post('/clicks', aClick('jane', { url: 'x'.repeat(17_000) }))
    expect(answer.status).toBe(413)
    expect(answer.body.status).toBe(0)
  })

  it.each(['jürgen', 'a b+c', 'me@example.com', '50%', '小明', '🌼'])(
    'find the partner with the key %s',
    async (key) => {
      const { api, events } = await createTestProgram(server)
      await api.post('/partners', { key, email: 'p@example.com' })
      const answer = await events.post('/clicks', aClick(key))
      expect(answer.body.data.partner.key).toBe(key)
    },
  )
})
