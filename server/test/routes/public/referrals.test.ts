import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { signWidgetToken } from '../../../src/domain/api-keys/widget-token.js'
import { createApi } from '../../helpers/create-api.js'
import { createTestProgram, type TestProgram } from '../../helpers/create-test-program.js'
import { databases } from '../../helpers/databases.js'
import { startTestServer } from '../../helpers/start-test-server.js'

const TIME = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/)

const OFFER = {
  referrer: { type: 'fixed', amount: 5, currency: 'USD', sales: 'every', months: null },
  friend: null,
}

describe.each(databases)('a widget on $name', (database) => {
  const server = startTestServer(database)
  let program: TestProgram

  beforeEach(async () => {
    program = await createTestProgram(server, { type: 'refer_a_friend' })
    await program.api.post('/customers', { id: 'user-1', key: 'bob', name: 'Bob Green' })
  })

  const mint = async (customer = 'user-1', body?: object): Promise<string> =>
    (await program.api.post(`/customers/${customer}/widget_token`, body)).body.data.token

  const read = (token?: string, { id } = program, query = '') =>
    createApi(server.url, {
      origin: 'https://shop.example',
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    }).get(`/pub/v1/programs/${id}/referrals${query}`)

  const setForm = (isOn: boolean) =>
    program.api.put('/program', { portal_settings: { embeddable_form_enabled: isOn } })

  describe('with a token', () => {
    it('shows a customer the link, the friends and what they earned', async () => {
      const referring_customer = { id: 'user-1' }
      const friend = { id: 'user-2', name: 'Ada Lovelace', email: 'ada@example.com' }
      await program.api.post('/customers', { ...friend, referring_customer })
      await program.api.post('/customers', {
        id: 'user-3',
        email: 'zoe@example.com',
        referring_customer,
      })
      await program.api.post('/transactions', {
        customer: { id: 'user-2' },
        key: 'sale',
        amount: 20,
      })

      const { status, headers, body } = await read(await mint())
      expect(status).toBe(200)
      expect(headers['cache-control']).toBe('no-store')
      expect(headers['access-control-allow-origin']).toBe('https://shop.example')
      expect(body).toEqual({
        data: {
          program: { name: 'Api Test' },
          offer: OFFER,
          takes_public_referrers: false,
          link: 'https://shop.example?ref=bob',
          referrals: {
            clicks: 0,
            signups: 2,
            buyers: 1,
            friends: [
              { name: null, initial: 'Z', state: 'joined', joined_at: TIME },
              { name: 'Ada', initial: 'A', state: 'bought', joined_at: TIME },
            ],
            earned: { pending: [], approved: [{ amount: 5, currency: 'USD' }], paid: [] },
            rewards: [
              {
                amount: 5,
                currency: 'USD',
                state: 'approved',
                created_at: TIME,
                approved_at: TIME,
              },
            ],
          },
        },
        status: 1,
      })
      expect(JSON.stringify(body)).not.toMatch(/Lovelace|example\.com"|user-/)
    })

    it('counts a sale that was taken back no more', async () => {
      await program.api.post('/customers', { id: 'user-2', referring_customer: { id: 'user-1' } })
      const sale = { customer: { id: 'user-2' }, key: 'sale', amount: 20 }
      await program.api.post('/transactions', sale)
      await program.api.delete('/transactions/sale')
      const { friends, earned, rewards } = (await read(await mint())).body.data.referrals
      expect(friends).toMatchObject([{ state: 'joined' }])
      expect(earned).toEqual({ pending: [], approved: [], paid: [] })
      expect(rewards).toMatchObject([{ amount: 0, state: 'reversed' }])
    })

    it('tells what is on hold apart from what may be paid out', async () => {
      await program.api.put('/settings', { settings: { hold_days: 14 } })
      await program.api.post('/customers', { id: 'user-2', referring_customer: { id: 'user-1' } })
      await program.api.post('/transactions', { customer: { id: 'user-2' }, key: 's', amount: 20 })
      expect((await read(await mint())).body.data.referrals).toMatchObject({
        earned: { pending: [{ amount: 5, currency: 'USD' }], approved: [], paid: [] },
        rewards: [{ amount: 5, state: 'pending' }],
      })
    })

    it('tells what a friend gets, where a rule says so', async () => {
      await program.api.post('/commission_rules', {
        name: 'Welcome',
        commission: '10%',
        beneficiary: 'customer',
        sales: 'first',
      })
      expect((await read(await mint())).body.data.offer).toEqual({
        ...OFFER,
        friend: { type: 'percent', amount: 10, currency: null, sales: 'first', months: null },
      })
    })

    it('may be allowed by a page before it is asked', async () => {
      const answer = await fetch(`${server.url}/pub/v1/programs/${program.id}/referrals`, {
        method: 'OPTIONS',
        headers: {
          origin: 'https://shop.example',
          'access-control-request-method': 'GET',
          'access-control-request-headers': 'authorization',
        },
      })
      expect(answer.ok).toBe(true)
      expect(answer.headers.get('access-control-allow-origin')).toBe('https://shop.example')
      expect(answer.headers.get('access-control-allow-methods')).toContain('GET')
      expect(answer.headers.get('access-control-allow-headers')).toBe('authorization')
    })
  })

  describe('refuses a token', () => {
    const refused = (reason: RegExp) => ({
      status: 401,
      headers: { 'www-authenticate': 'Bearer' },
      body: { message: expect.stringMatching(reason), errors: {}, status: 0 },
    })

    it('that has expired', async () => {
      await mint()
      const db = await server.database.open()
      const { widget_secret } = await db
        .selectFrom('program')
        .select('widget_secret')
        .where('program_id', '=', program.id)
        .executeTakeFirstOrThrow()
      const { uid } = await db
        .selectFrom('customer')
        .select('uid')
        .where('program_id', '=', program.id)
        .executeTakeFirstOrThrow()
      const token = (secondsFromNow: number) =>
        signWidgetToken(widget_secret ?? '', {
          programId: program.id,
          customerUid: uid,
          expiresAt: Math.floor(Date.now() / 1000) + secondsFromNow,
        })
      expect(await read(token(60))).toMatchObject({ status: 200 })
      expect(await read(token(-1))).toMatchObject(refused(/expired/))
    })

    it("of another program's customer", async () => {
      const other = await createTestProgram(server, { type: 'refer_a_friend' })
      await other.api.post('/customers', { id: 'user-1', key: 'bob' })
      const { token } = (await other.api.post('/customers/user-1/widget_token')).body.data
      expect(await read(token, other)).toMatchObject({ status: 200 })
      expect(await read(token)).toMatchObject(refused(/opens nothing/))
    })

    it.each([
      ['whose end was moved', (token: string) => token.replace(/\.(.)/, '.z')],
      [
        'whose customer was changed',
        (token: string) => token.replace(/^./, (first) => (first === '0' ? '1' : '0')),
      ],
      [
        'whose signature is another',
        (token: string) => token.replace(/\.[^.]+$/, `.${'A'.repeat(43)}`),
      ],
      ['without a signature', (token: string) => token.replace(/\.[^.]+$/, '')],
      ['that is an API key', () => program.apiKey],
      ['that is anything', () => 'x'.repeat(2000)],
    ])('%s', async (_what, tampered) => {
      expect(await read(tampered(await mint()))).toMatchObject(refused(/opens nothing/))
    })

    it('of a customer who was archived, until they are back', async () => {
      const token = await mint()
      await program.api.post('/customers/user-1/archive')
      expect(await read(token)).toMatchObject(refused(/opens nothing/))
      expect(await program.api.post('/customers/user-1/widget_token')).toMatchObject({
        status: 400,
        body: { errors: { customer: ['The customer is archived.'] } },
      })
      await program.api.post('/customers/user-1/revoke-archive')
      expect(await read(token)).toMatchObject({ status: 200 })
    })

    it('of a customer who was deleted', async () => {
      const token = await mint()
      await program.api.delete('/customers/user-1')
      expect(await read(token)).toMatchObject(refused(/opens nothing/))
    })

    it('on a page of others', async () => {
      const answer = await fetch(`${server.url}/pub/v1/programs/${program.id}/referrals`, {
        headers: { origin: 'https://evil.example', authorization: `Bearer ${await mint()}` },
      })
      expect(answer.status).toBe(403)
      expect(answer.headers.get('access-control-allow-origin')).toBeNull()
    })
  })

  it('is given for an hour, or for as long as is asked, a day at most', async () => {
    const endsIn = async (body?: object) => {
      const answer = await program.api.post('/customers/user-1/widget_token', body)
      return Math.round((Date.parse(answer.body.data.expires_at) - Date.now()) / 60_000)
    }
    expect(await endsIn()).toBe(60)
    expect(await endsIn({ expires_in: 86_400 })).toBe(1440)
    const { status, body } = await program.api.post('/customers/user-1/widget_token', {
      expires_in: 86_401,
    })
    expect(status).toBe(422)
    expect(body.errors).toHaveProperty('expires_in')
  })

  it('without a token shows the offer, and the link of a key that the page knows', async () => {
    const shown = {
      program: { name: 'Api Test' },
      offer: OFFER,
      takes_public_referrers: false,
      link: null,
      referrals: null,
    }
    expect((await read()).body.data).toEqual(shown)
    expect((await read(undefined, program, '?key=jürgen')).body.data).toEqual({
      ...shown,
      link: 'https://shop.example?ref=j%C3%BCrgen',
    })
  })

  it.each(['affiliate', 'newsletter'] as const)('is not for the customers of %s', async (type) => {
    const other = await createTestProgram(server, { type })
    expect((await read(undefined, other)).status).toBe(404)
    const answer = await other.events.post('/referrers', { email: 'ada@example.com' })
    expect(answer.status).toBe(404)
  })

  describe('for somebody without an account', () => {
    const share = (body: object) => program.events.post('/referrers', body)

    it('gives no link unless the program says so', async () => {
      expect(await share({ email: 'ada@example.com' })).toMatchObject({
        status: 403,
        body: { message: 'This program gives links to its customers only.' },
      })
      expect((await program.api.get('/customers/ada@example.com')).status).toBe(404)
    })

    describe('once the program says so', () => {
      beforeEach(() => setForm(true))

      it('gives a link that credits whoever has the address, the same each time', async () => {
        const first = await share({ email: 'Ada@example.com' })
        expect(first).toMatchObject({
          status: 200,
          body: { data: { link: expect.stringMatching(/^https:\/\/shop\.example\?ref=\w{15}$/) } },
        })
        expect((await share({ email: 'ada@example.com' })).body).toEqual(first.body)

        const key = new URL(first.body.data.link).searchParams.get('ref')
        await program.api.post('/customers', { id: 'user-2', referring_customer: { key } })
        const { data } = (await program.api.get('/customers/user-2')).body
        expect(data.referring_customer.email).toBe('Ada@example.com')
      })

      it('tells nobody whether the address was known', async () => {
        const known = { id: 'user-9', key: 'carl', email: 'carl@example.com', name: 'Carl' }
        await program.api.post('/customers', known)
        const answers = [
          await share({ email: 'carl@example.com' }),
          await share({ email: 'new@example.com' }),
        ]
        for (const { status, body } of answers) {
          expect(status).toBe(200)
          expect(body).toEqual({
            data: { link: expect.stringMatching(/\?ref=\w{15}$/) },
            status: 1,
          })
        }
        expect((await program.api.get('/customers/user-9')).body.data).toMatchObject(known)
      })

      it('credits who sent the newcomer', async () => {
        await share({ email: 'dan@example.com', key: 'bob' })
        const { data } = (await program.api.get('/customers/dan@example.com')).body
        expect(data.referring_customer.key).toBe('bob')
      })

      it.each([{}, { email: 'nobody' }])('refuses %j and says why', async (body) => {
        const answer = await share(body)
        expect(answer.status).toBe(422)
        expect(answer.body.errors).toHaveProperty('email')
      })
    })
  })
})

// Each node asks the same database.
describe('two nodes', () => {
  const [database] = databases
  if (!database) throw new Error('There is no database.')
  const shared = database.create()
  afterAll(async () => (await shared).drop())
  const create = async () => ({ ...(await shared), drop: async () => {} })
  const one = startTestServer({ create })
  const other = startTestServer({ create })
  let program: TestProgram
  beforeAll(async () => {
    program = await createTestProgram(one, { type: 'refer_a_friend' })
    await program.api.post('/customers', { id: 'user-1' })
  })

  it('take each other’s tokens', async () => {
    // The other one remembers the program as it is without a secret.
    const address = `${other.url}/pub/v1/programs/${program.id}/referrals`
    expect((await fetch(address)).status).toBe(200)
    const { token } = (await program.api.post('/customers/user-1/widget_token')).body.data
    const answer = await fetch(address, { headers: { authorization: `Bearer ${token}` } })
    expect(answer.status).toBe(200)
  })
})
