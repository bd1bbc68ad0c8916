import { beforeAll, describe, expect, it } from 'vitest'
import { hashSecret } from '../../../src/domain/api-keys/hash-secret.js'
import {
  cookieOf,
  createTestAccount,
  ownPage,
  signedIn,
  signIn,
  type TestAccount,
} from '../../helpers/create-test-account.js'
import { createTestProgram, type TestProgram } from '../../helpers/create-test-program.js'
import { databases } from '../../helpers/databases.js'
import { startTestServer } from '../../helpers/start-test-server.js'

const DAY_MS = 86_400_000

describe.each(databases)('accounts on $name', (database) => {
  const server = startTestServer(database, { trustProxy: true })
  let program: TestProgram
  let other: TestProgram
  let account: TestAccount

  beforeAll(async () => {
    program = await createTestProgram(server, { name: 'Shop' })
    other = await createTestProgram(server)
    account = await createTestAccount(server, [program.id])
  })

  const pageOf = async (headers: Record<string, string> = {}) =>
    ownPage(server, {
      cookie: await signedIn(server, account),
      'x-pollen-program': program.id,
      ...headers,
    })

  const refused = (status: number, message: RegExp) => ({
    status,
    body: { message: expect.stringMatching(message), errors: {}, status: 0 },
  })

  describe('signing in', () => {
    it('tells who is signed in and which programs that opens, whatever case the address is in', async () => {
      const page = ownPage(server)
      const answer = await page.post('/auth/v1/sign-in', {
        ...account,
        email: account.email.toUpperCase(),
      })
      const expected = {
        account: { email: account.email, name: 'Ann', every_program: false },
        programs: [
          {
            public_id: program.id,
            name: 'Shop',
            type: 'affiliate',
            website: 'https://shop.example',
            currency: 'USD',
          },
        ],
      }
      expect(answer).toMatchObject({ status: 200, body: { data: expected, status: 1 } })
      const again = ownPage(server, { cookie: cookieOf(answer.headers) })
      expect((await again.get('/auth/v1/session')).body).toEqual({ data: expected, status: 1 })
    })

    it('opens all programs where none is named, those to come too', async () => {
      const all = await createTestAccount(server)
      const cookie = await signIn(server, all)
      const { id } = await createTestProgram(server)
      const { body } = await ownPage(server, { cookie }).get('/auth/v1/session')
      const ids = body.data.programs.map(({ public_id }: { public_id: string }) => public_id)
      expect(ids).toEqual(expect.arrayContaining([program.id, other.id, id]))
    })

    it('gives a cookie that no script reads and no other site sends, on https over nothing else', async () => {
      const sent = async (headers: Record<string, string>) =>
        String(
          (await ownPage(server, headers).post('/auth/v1/sign-in', account)).headers['set-cookie'],
        )
      const attributes = 'Max-Age=2592000; Path=/; HttpOnly; '
      expect(await sent({})).toMatch(
        new RegExp(`^pollen_session=[\\w-]{43}; ${attributes}SameSite=Lax$`),
      )
      expect(await sent({ 'x-forwarded-proto': 'https' })).toMatch(
        new RegExp(`${attributes}Secure; SameSite=Lax$`),
      )
    })

    it('says no more of a wrong password than of an unknown address', async () => {
      const wrong = { email: account.email, password: 'another password' }
      const unknown = { ...account, email: 'nobody@shop.example' }
      const answers = [
        await ownPage(server).post('/auth/v1/sign-in', wrong),
        await ownPage(server).post('/auth/v1/sign-in', unknown),
      ]
      for (const answer of answers) {
        expect(answer).toMatchObject(
          refused(401, /^The e-mail address or the password is wrong\.$/),
        )
        expect(answer.headers['set-cookie']).toBeUndefined()
      }
    })

    it('stores neither the password nor the session itself', async () => {
      const cookie = await signIn(server, account)
      const token = cookie.split('=')[1] ?? ''
      const db = await server.database.open()
      const { password_hash } = await db
        .selectFrom('account')
        .select('password_hash')
        .where('email', '=', account.email)
        .executeTakeFirstOrThrow()
      expect(password_hash).toMatch(/^scrypt\$32768\$8\$3\$/)
      const sessions = await db.selectFrom('session').select('hash').execute()
      expect(sessions.map(({ hash }) => hash)).toContain(hashSecret(token))
      expect(JSON.stringify(sessions)).not.toContain(token)
    })

    it('gives another session each time and ends the one before', async () => {
      const before = await signIn(server, account)
      const { headers } = await ownPage(server, { cookie: before }).post(
        '/auth/v1/sign-in',
        account,
      )
      expect(cookieOf(headers)).not.toBe(before)
      expect((await ownPage(server, { cookie: before }).get('/auth/v1/session')).status).toBe(401)
    })

    it('lets nobody guess for long at one account, from however many addresses', async () => {
      const victim = await createTestAccount(server)
      const guess = { email: victim.email, password: 'a guess, and another' }
      const guesses = Array.from({ length: 11 }, () =>
        ownPage(server).post('/auth/v1/sign-in', guess),
      )
      const statuses = (await Promise.all(guesses)).map(({ status }) => status)
      expect(statuses.sort()).toEqual([...Array(10).fill(401), 429])
      // Not even the right password, until the minute is over.
      const right = await ownPage(server).post('/auth/v1/sign-in', victim)
      expect(right).toMatchObject(refused(429, /Too many/))
      expect(Number(right.headers['retry-after'])).toBeGreaterThan(0)
    })

    it('lets nobody guess for long from one address, at however many accounts', async () => {
      const page = ownPage(server, { 'x-forwarded-for': '198.51.100.7' })
      const guesses = Array.from({ length: 20 }, () => page.post('/auth/v1/sign-in', {}))
      const statuses = (await Promise.all(guesses)).map(({ status }) => status)
      expect(statuses).toEqual(Array(20).fill(422))
      expect((await page.post('/auth/v1/sign-in', account)).status).toBe(429)
    })

    it('is for pages of this server alone', async () => {
      const crossSite = ownPage(server, { 'sec-fetch-site': 'cross-site' })
      const answer = await crossSite.post('/auth/v1/sign-in', account)
      expect(answer).toMatchObject(refused(403, /Only pages of this server/))
      expect(answer.headers['set-cookie']).toBeUndefined()
    })

    it.each([[{}], [{ email: 'ann@shop.example' }], [{ email: 1, password: ['x'] }], ['no JSON']])(
      'says what is wrong with %j',
      async (body) => {
        const { status } = await ownPage(server).post('/auth/v1/sign-in', body)
        expect([400, 422]).toContain(status)
      },
    )
  })

  describe('a session', () => {
    it('opens the API of its program, to read, to write and to make keys', async () => {
      const page = await pageOf()
      const partner = { key: 'jane', email: 'jane@example.com' }
      expect((await page.post('/v1/partners', partner)).status).toBe(200)
      const { headers, body } = await page.get('/v1/partners')
      expect(body.data).toMatchObject([{ key: 'jane' }])
      expect(headers['cache-control']).toBe('no-store')
      const key = await page.post('/v1/api_keys', { name: 'Proxy', scopes: ['events', 'read'] })
      expect(key.body.data.scopes).toEqual(['events', 'read'])
    })

    it.each(['NOTTHERE', 'nonsense', ''])('opens no program %j', async (id) => {
      const page = await pageOf({ 'x-pollen-program': id })
      expect(await page.get('/v1/partners')).toMatchObject(refused(403, /opens no such program/))
    })

    it("opens no other account's program, and says no more than if it were not there", async () => {
      const page = await pageOf({ 'x-pollen-program': other.id })
      expect(await page.get('/v1/partners')).toMatchObject(refused(403, /opens no such program/))
      const write = await page.post('/v1/partners', { email: 'eve@example.com' })
      expect(write).toMatchObject(refused(403, /opens no such program/))
    })

    it('opens nothing without the header that names the program', async () => {
      const page = ownPage(server, { cookie: await signedIn(server, account) })
      expect(await page.get('/v1/partners')).toMatchObject(refused(401, /Authorization: Bearer/))
    })

    it.each([
      ['another site', { 'sec-fetch-site': 'cross-site' }],
      ['another host of the same site', { 'sec-fetch-site': 'same-site' }],
    ])('changes nothing for a page of %s', async (_, headers) => {
      const page = await pageOf(headers)
      const partner = { email: 'eve@example.com' }
      expect(await page.post('/v1/partners', partner)).toMatchObject(refused(403, /Only pages/))
      expect(await page.delete('/v1/partners/jane')).toMatchObject(refused(403, /Only pages/))
      expect((await page.post('/auth/v1/sign-out')).status).toBe(403)
    })

    it('is judged by the origin where the browser does not tell the site', async () => {
      const cookie = await signedIn(server, account)
      const change = async (origin: string) => {
        const headers = { cookie, origin, 'x-pollen-program': program.id }
        const answer = await fetch(`${server.url}/v1/settings`, {
          method: 'PUT',
          headers: { ...headers, 'content-type': 'application/json' },
          body: JSON.stringify({ settings: {} }),
        })
        await answer.arrayBuffer()
        return answer.status
      }
      expect(await change('https://evil.example')).toBe(403)
      expect(await change('null')).toBe(403)
      expect(await change(server.url)).toBe(200)
    })

    it('lets no page of another origin send the header', async () => {
      const answer = await fetch(`${server.url}/v1/partners`, {
        method: 'OPTIONS',
        headers: {
          origin: 'https://evil.example',
          'access-control-request-method': 'GET',
          'access-control-request-headers': 'x-pollen-program',
        },
      })
      await answer.arrayBuffer()
      expect(answer.headers.get('access-control-allow-origin')).toBeNull()
      expect(answer.headers.get('access-control-allow-headers')).toBeNull()
    })

    it('ends when one signs out', async () => {
      const page = await pageOf()
      const { headers } = await page.post('/auth/v1/sign-out')
      expect(String(headers['set-cookie'])).toMatch(/^pollen_session=; .*Expires=Thu, 01 Jan 1970/)
      expect(await page.get('/v1/partners')).toMatchObject(refused(401, /Sign in/))
      expect(await page.get('/auth/v1/session')).toMatchObject(refused(401, /Sign in/))
    })

    it('ends thirty days after it was last used', async () => {
      const cookie = await signedIn(server, account)
      const page = ownPage(server, { cookie, 'x-pollen-program': program.id })
      const db = await server.database.open()
      const set = (values: { expires_at?: number; last_seen_at?: number }) =>
        db
          .updateTable('session')
          .set(values)
          .where('hash', '=', hashSecret(cookie.split('=')[1] ?? ''))
          .execute()

      expect((await page.get('/v1/partners')).headers['set-cookie']).toBeUndefined()
      await set({ last_seen_at: Date.now() - DAY_MS, expires_at: Date.now() + DAY_MS })
      const { headers } = await page.get('/v1/partners')
      expect(cookieOf(headers)).toBe(cookie)
      expect(String(headers['set-cookie'])).toContain('Max-Age=2592000')
      const { expires_at } = await db
        .selectFrom('session')
        .select('expires_at')
        .where('hash', '=', hashSecret(cookie.split('=')[1] ?? ''))
        .executeTakeFirstOrThrow()
      expect(expires_at).toBeGreaterThan(Date.now() + 29 * DAY_MS)

      await set({ expires_at: Date.now() - 1 })
      expect(await page.get('/v1/partners')).toMatchObject(refused(401, /Sign in/))
    })

    it.each(['', 'x', '..x'.repeat(30), "' or 1=1 --"])(
      'is none that was made up: %j',
      async (token) => {
        const cookie = `pollen_session=${token}`
        const page = ownPage(server, { cookie, 'x-pollen-program': program.id })
        expect(await page.get('/v1/partners')).toMatchObject(refused(401, /Sign in/))
      },
    )
  })
})
