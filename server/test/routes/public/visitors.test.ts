import { describe, expect, it } from 'vitest'
import { forgetVisitors } from '../../../src/domain/people/forget-visitors.js'
import { aClick } from '../../helpers/a-click.js'
import { aSignUp } from '../../helpers/a-sign-up.js'
import { createApi } from '../../helpers/create-api.js'
import { createTestProgram } from '../../helpers/create-test-program.js'
import { databases } from '../../helpers/databases.js'
import { startTestServer } from '../../helpers/start-test-server.js'

const DAY_MS = 86_400_000
const BROWSER =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Safari/537.36'
const GOOGLEBOT = 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)'

describe.each(databases)('visitors on $name', (database) => {
  // As behind a proxy, so that a test can come from any address.
  const server = startTestServer(database, { trustProxy: true })

  async function program(type: 'affiliate' | 'refer_a_friend' = 'affiliate') {
    const made = await createTestProgram(server, { type })
    const { id, api } = made
    if (type === 'affiliate')
      await api.post('/partners', { key: 'jane', email: 'jane@mail.example' })
    else await api.post('/customers', { id: 'jane', key: 'jane', email: 'jane@mail.example' })
    const from = (address: string, agent = BROWSER) =>
      createApi(`${server.url}/pub/v1/programs/${id}`, {
        'content-type': 'text/plain',
        origin: 'https://shop.example',
        'user-agent': agent,
        'x-forwarded-for': address,
      })
    const flagsOf = async (key: string) => (await api.get(`/customers/${key}`)).body.data.flags
    return { ...made, from, flagsOf }
  }

  const hashes = async (programId: string) => {
    const db = await server.database.open()
    const query = db.selectFrom('click').select('visitor_hash').where('program_id', '=', programId)
    return (await query.orderBy('id').execute()).map(({ visitor_hash }) => visitor_hash)
  }

  it('who are none are answered as all are, and counted nowhere', async () => {
    const { api, from } = await program()
    const crawled = await from('192.0.2.1', GOOGLEBOT).post('/clicks', aClick('jane'))
    const driven = await from('192.0.2.1').post('/clicks', aClick('jane', { automated: true }))
    await from('192.0.2.1').post('/clicks', aClick('jane', { automated: false }))
    expect([crawled.status, driven.status]).toEqual([201, 201])
    expect(crawled.body.data.partner.key).toBe('jane')
    const { body } = await api.get('/partners/jane')
    expect(body.data.referrals.clicks).toBe(1)
  })

  it('are known again within the day, and by neither address nor browser', async () => {
    const { id, from } = await program()
    for (const [address, agent] of [
      ['192.0.2.1', BROWSER],
      ['192.0.2.1', BROWSER],
      ['192.0.2.1', `${BROWSER} Edg/150.0`],
      ['192.0.2.2', BROWSER],
    ] as const) {
      await from(address, agent).post('/clicks', aClick('jane'))
    }
    const [first, again, ...others] = await hashes(id)
    expect(first).toMatch(/^[\w-]{22}$/)
    expect(again).toBe(first)
    expect(new Set([first, ...others]).size).toBe(3)
  })

  it('are another in another program', async () => {
    const [one, other] = [await program(), await program()]
    await one.from('192.0.2.1').post('/clicks', aClick('jane'))
    await other.from('192.0.2.1').post('/clicks', aClick('jane'))
    expect(await hashes(one.id)).not.toEqual(await hashes(other.id))
  })

  it('leave no hash where the program wants none', async () => {
    const { id, api, from, flagsOf } = await program()
    await api.put('/settings', { settings: { visitor_hashes: false } })
    await from('192.0.2.1').post('/clicks', aClick('jane'))
    for (const key of ['c1', 'c2']) {
      await from('192.0.2.1').post('/customers', aSignUp({ key }, 'jane'))
    }
    expect(await hashes(id)).toEqual([null])
    expect(await flagsOf('c2')).toEqual([])
  })

  it('cannot be known again when the day is over: its salt is gone', async () => {
    const { id, from } = await program()
    await from('192.0.2.1').post('/customers', aSignUp({ key: 'c1' }, 'jane'))
    const db = await server.database.open()
    const left = async () => {
      const salts = db.selectFrom('daily_salt').select('day').where('program_id', '=', id)
      const seen = db
        .selectFrom('sign_up_address')
        .select('created_at')
        .where('program_id', '=', id)
      return [...(await salts.execute()), ...(await seen.execute())].length
    }
    await forgetVisitors(db, Date.now())
    expect(await left()).toBe(2)
    await forgetVisitors(db, Date.now() + DAY_MS)
    expect(await left()).toBe(0)
  })

  it.each(['affiliate', 'refer_a_friend'] as const)(
    'who refer themselves are recorded, credited and flagged (%s)',
    async (type) => {
      const { api, from, flagsOf } = await program(type)
      const signUp = aSignUp({ key: 'c1', email: 'Jane+2@mail.example' }, 'jane')
      const answer = await from('192.0.2.1').post('/customers', signUp)
      expect(answer.body.data.partner.key).toBe('jane')
      expect(await flagsOf('c1')).toEqual(['self_referral'])
      await api.post('/customers', {
        ...{ id: 'c2', key: 'c2', email: 'jane+3@mail.example' },
        ...(type === 'affiliate'
          ? { partner: { key: 'jane' } }
          : { referring_customer: { key: 'jane' } }),
      })
      expect(await flagsOf('c2')).toEqual(['self_referral'])
    },
  )

  it('who tell the referrer’s own address later are flagged then', async () => {
    const { api, from, flagsOf } = await program()
    await from('192.0.2.1').post('/customers', aSignUp({ key: 'c1' }, 'jane'))
    expect(await flagsOf('c1')).toEqual([])
    await api.put('/customers/c1', { email: 'jane+shop@mail.example' })
    expect(await flagsOf('c1')).toEqual(['self_referral'])
  })

  it('who sign up where the same referrer’s others did are flagged, all but the first', async () => {
    const { api, from, flagsOf } = await program()
    await api.post('/partners', { key: 'joe', email: 'joe@mail.example' })
    const signUps = [
      ['c1', '192.0.2.1', 'jane'],
      ['c2', '192.0.2.1', 'jane'],
      ['c3', '192.0.2.2', 'jane'],
      ['c4', '192.0.2.1', 'joe'],
      ['c5', '192.0.2.1', undefined],
      // Sent again.
      ['c1', '192.0.2.1', 'jane'],
    ] as const
    for (const [key, address, referrer] of signUps) {
      const answer = await from(address).post('/customers', aSignUp({ key }, referrer))
      expect(answer.body.status).toBe(1)
    }
    const flags = await Promise.all(['c1', 'c2', 'c3', 'c4', 'c5'].map(flagsOf))
    expect(flags).toEqual([[], ['same_address'], [], [], []])
  })

  it('who sign up where their friend did are flagged', async () => {
    const { from, flagsOf } = await program('refer_a_friend')
    await from('192.0.2.1').post('/customers', aSignUp({ key: 'anna' }))
    await from('192.0.2.1').post('/customers', aSignUp({ key: 'bob' }, 'anna'))
    expect(await flagsOf('bob')).toEqual(['same_address'])
  })
})
