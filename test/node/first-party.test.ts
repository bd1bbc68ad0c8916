import { runInNewContext } from 'node:vm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createClient, createFirstParty, type FirstParty } from '../../src/node/index.js'
import { aClick } from './helpers/a-click.js'
import { type PollenServer, startPollenServer } from './helpers/start-pollen-server.js'

const SITE = 'https://www.shop.example'

let server: PollenServer
let site: FirstParty

beforeAll(async () => {
  server = await startPollenServer()
  const { affiliate, friends } = server
  const partners = createClient({ apiKey: affiliate.api_key, host: server.url })
  for (const key of ['jane', 'jürgen@x']) {
    await partners.partners.create({ email: `${encodeURIComponent(key)}@example.com`, key })
  }
  const customers = createClient({ apiKey: friends.api_key, host: server.url })
  await customers.customers.create({ id: 'bob', key: 'bob' })
  site = createFirstParty({
    host: server.url,
    programs: [affiliate.public_id, friends.public_id],
    path: '/garden',
    scriptName: 'bee',
  })
}, 30_000)
afterAll(() => server.close())

const get = (path: string, init: RequestInit = {}) => site.handle(new Request(SITE + path, init))

/** Programs that come from a page without being a browser are bots. */
const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'

/** Reports a click as the script does; `headers` as the browser adds them. */
async function click(
  program: string,
  body: object,
  headers: Record<string, string> = {},
): Promise<{ status: number; cookies: string[]; body: unknown }> {
  const response = await get(`/garden/programs/${program}/clicks`, {
    method: 'POST',
    headers: { origin: SITE, 'user-agent': FIREFOX, ...headers },
    body: JSON.stringify(body),
  })
  return {
    status: response?.status ?? 0,
    cookies: response?.headers.getSetCookie() ?? [],
    body: await response?.json(),
  }
}

describe('the script', () => {
  it("is the server's, under the name that was chosen", async () => {
    const response = await get('/garden/bee.js')
    const original = await fetch(`${server.url}/js/universal.js`)
    expect(await response?.text()).toBe(await original.text())
    expect(response?.headers.get('cache-control')).toBe(original.headers.get('cache-control'))
  })

  it('comes with its parts, under the names that it knows', async () => {
    const response = await get('/garden/js/forms.js')
    const original = await fetch(`${server.url}/js/forms.js`)
    expect(await response?.text()).toBe(await original.text())
  })

  it('is not sent again to a browser that has it', async () => {
    const etag = (await get('/garden/bee.js'))?.headers.get('etag') ?? ''
    const response = await get('/garden/bee.js', { headers: { 'if-none-match': etag } })
    expect(response?.status).toBe(304)
    expect(await response?.text()).toBe('')
  })

  it('is looked for by HEAD as well', async () => {
    const response = await get('/garden/bee.js', { method: 'HEAD' })
    expect(response?.status).toBe(200)
    expect(await response?.text()).toBe('')
  })
})

describe('the settings', () => {
  /** What a settings script says to a page's global. */
  const said = (script: string): unknown[][] => {
    const calls: unknown[][] = []
    const window = { __partnerObject: 'po', po: (...call: unknown[]) => calls.push(call) }
    runInNewContext(script, { window, location: new URL(SITE) })
    return calls
  }

  it("are the server's, but that events go to the site itself", async () => {
    const path = `/program/${server.affiliate.public_id}/settings/settings.js`
    const response = await get(`/garden${path}`)
    const original = await (await fetch(server.url + path)).text()
    expect(response?.headers.get('content-type')).toMatch('javascript')
    expect(said((await response?.text()) ?? '')).toEqual(
      said(original).map((call) =>
        call[1] === 'host' ? ['settings', 'host', `${SITE}/garden`] : call,
      ),
    )
  })

  it('have a lifetime in days, so that the script leaves our cookies as they are', async () => {
    const { public_id } = server.friends
    const response = await get(`/garden/program/${public_id}/settings/settings.js`)
    expect(said((await response?.text()) ?? '')).toContainEqual([
      'program',
      public_id,
      'settings',
      'cookie_time',
      400,
    ])
  })

  it('are there as JSON as well', async () => {
    const path = `/programs/${server.affiliate.public_id}`
    const original = await fetch(`${server.url}/pub/v1${path}`)
    expect(await (await get(`/garden${path}`))?.json()).toEqual(await original.json())
  })

  it('tell the script the domain that the handler was told', async () => {
    const { public_id } = server.affiliate
    const { handle } = createFirstParty({
      host: server.url,
      programs: [public_id],
      cookieDomain: 'shop.example',
    })
    const program = await handle(new Request(`${SITE}/t/programs/${public_id}`))
    expect(await program?.json()).toHaveProperty('data.settings.cookie_domain', 'shop.example')
  })
})

describe('a click', () => {
  const session = '0198f6a0-0000-7000-8000-000000000000'

  it('is recorded, and answered with the cookies of the script', async () => {
    const { status, body, cookies } = await click(server.affiliate.public_id, aClick('jane'), {
      cookie: `partnero_partner=jane; partnero_session_uuid=${session}`,
    })
    expect(status).toBe(201)
    expect(body).toMatchObject({ data: { partner: { key: 'jane' } }, status: 1 })
    const attributes = 'Path=/; Max-Age=2592000; SameSite=Lax; Domain=shop.example; Secure'
    expect(cookies).toEqual([
      `partnero_partner=jane; ${attributes}`,
      `partnero_session_uuid=${session}; ${attributes}`,
    ])
    const client = createClient({ apiKey: server.affiliate.api_key, host: server.url })
    expect(await client.partners.get('jane')).toMatchObject({ referrals: { clicks: 1 } })
  })

  it('is recorded once, however often it is sent', async () => {
    const one = aClick('jane')
    expect((await click(server.affiliate.public_id, one)).status).toBe(201)
    const again = await click(server.affiliate.public_id, one)
    expect(again.status).toBe(200)
    expect(again.cookies).toHaveLength(2)
  })

  it('writes the cookie of its program, encoded as the script does', async () => {
    const affiliate = await click(server.affiliate.public_id, aClick('jürgen@x'))
    expect(affiliate.cookies[0]).toMatch(/^partnero_partner=j%C3%BCrgen@x;/)
    const friends = await click(server.friends.public_id, aClick('bob'))
    expect(friends.cookies[0]).toMatch(/^partnero_referral=bob; Path=\/; Max-Age=34560000;/)
  })

  it('writes nothing when it found nobody', async () => {
    const { status, cookies, body } = await click(
      server.affiliate.public_id,
      aClick('producthunt'),
      { cookie: 'partnero_partner=producthunt' },
    )
    expect(status).toBe(201)
    expect(body).toMatchObject({ data: { partner: null } })
    expect(cookies).toEqual([])
  })

  it('leaves the credit where it is when it comes late, or the first click counts', async () => {
    const { cookies } = await click(server.affiliate.public_id, aClick('jane'), {
      cookie: `partnero_partner=joe; partnero_session_uuid=${session}`,
    })
    expect(cookies).toEqual([expect.stringMatching('partnero_session_uuid')])
  })

  it.each([
    ['http://localhost:3000', /SameSite=Lax$/],
    ['http://127.0.0.1:3000', /SameSite=Lax$/],
    ['http://[::1]:3000', /SameSite=Lax$/],
    ['https://shop.example', /Domain=shop\.example; Secure$/],
    ['https://a.b.shop.example', /Domain=shop\.example; Secure$/],
  ])('at %s writes cookies that end with %s', async (origin, end) => {
    const { cookies } = await click(server.affiliate.public_id, aClick('jane'), { origin })
    expect(cookies[0]).toMatch(end)
  })

  it('is refused as the server refuses it', async () => {
    const { status, cookies, body } = await click(server.affiliate.public_id, { key: 'jane' })
    expect(status).toBe(422)
    expect(cookies).toEqual([])
    expect(body).toMatchObject({ status: 0, errors: { id: expect.anything() } })
  })

  it('that is no JSON is refused as well', async () => {
    const response = await get(`/garden/programs/${server.affiliate.public_id}/clicks`, {
      method: 'POST',
      body: '{',
    })
    expect(response?.status).toBe(400)
  })
})

it('passes a sign-up on', async () => {
  const { public_id, api_key } = server.affiliate
  const { id, session } = aClick('jane')
  const body = { id, data: { key: 'user_42', email: 'ada@example.com' }, key: 'jane', session }
  const response = await get(`/garden/programs/${public_id}/customers`, {
    method: 'POST',
    body: JSON.stringify(body),
  })
  expect(response?.status).toBe(201)
  expect(response?.headers.getSetCookie()).toEqual([])
  const client = createClient({ apiKey: api_key, host: server.url })
  expect(await client.customers.get('user_42')).toMatchObject({ partner: 'jane' })
})

describe('a widget', () => {
  const ask = (behind: string, init: RequestInit = {}) =>
    get(`/garden/pub/v1/programs/${server.friends.public_id}/${behind}`, init)

  it("reads with its token what the server shows this customer, and nobody's cache keeps it", async () => {
    const client = createClient({ apiKey: server.friends.api_key, host: server.url })
    const { token } = await client.customers.widgetToken('bob')
    const response = await ask('referrals', { headers: { authorization: `Bearer ${token}` } })
    expect(response?.status).toBe(200)
    expect(response?.headers.get('cache-control')).toBe('no-store')
    expect(await response?.json()).toMatchObject({ data: { link: expect.stringMatching('bob') } })
  })

  it('reads the link of a key, and is told that a token is wrong', async () => {
    expect(await (await ask('referrals?key=bob'))?.json()).toHaveProperty(
      'data.link',
      expect.stringMatching('bob'),
    )
    const wrong = await ask('referrals', { headers: { authorization: 'Bearer wrong' } })
    expect(wrong?.status).toBe(401)
  })

  it('asks for the link of an address, and hears what the server says to that', async () => {
    const body = JSON.stringify({ email: 'ada@example.com' })
    const response = await ask('referrers', { method: 'POST', body, headers: { origin: SITE } })
    expect(response?.status).toBe(403)
    expect(await response?.json()).toHaveProperty('status', 0)
  })
})

describe('a landing', () => {
  const cookiesAt = async (path: string, headers: Record<string, string> = {}, method = 'GET') => {
    await site.load()
    return site.landingCookies(new Request(SITE + path, { method, headers }))
  }

  it.each([
    ['/?aff=jane', 'partnero_partner=jane'],
    ['/pricing?utm_source=x&aff=J%C3%BCrgen+B', 'partnero_partner=J%C3%BCrgen%20B'],
    ['/?ref=bob', 'partnero_referral=bob'],
  ])('at %s writes %s', async (path, cookie) => {
    expect(await cookiesAt(path)).toEqual([expect.stringMatching(`^${cookie}; Path=/;`)])
  })

  it.each([
    ['without a key', '/', {}],
    ['with an empty key', '/?aff=', {}],
    ['with a key that stands', '/?aff=jane', { cookie: 'partnero_partner=jane' }],
    [
      'with another key than the one that stands',
      '/?aff=producthunt',
      { cookie: 'partnero_partner=jane' },
    ],
    ['that is an image', '/?aff=jane', { 'sec-fetch-dest': 'image' }],
    ['that is fetched in advance', '/?aff=jane', { 'sec-purpose': 'prefetch;prerender' }],
  ])('%s writes nothing', async (_what, path, headers) => {
    expect(await cookiesAt(path, headers)).toEqual([])
  })

  it('by a form writes nothing', async () => {
    expect(await cookiesAt('/?aff=jane', {}, 'POST')).toEqual([])
  })

  it('waits for nothing: before the settings are known it writes nothing', async () => {
    const programs = [server.affiliate.public_id]
    const fresh = createFirstParty({ host: server.url, programs })
    const request = new Request(`${SITE}/?aff=jane`)
    expect(fresh.landingCookies(request)).toEqual([])
    await expect.poll(() => fresh.landingCookies(request)).toHaveLength(1)
  })
})

describe('leaves to the site', () => {
  it.each([
    ['GET', '/'],
    ['GET', '/garden'],
    ['GET', '/garden/'],
    ['GET', '/garden/other.js'],
    ['GET', '/garden/js/universal.js'],
    ['GET', '/garden/js/other.js'],
    ['POST', '/garden/js/forms.js'],
    ['GET', '/garden/v1/partners'],
    ['GET', '/garden/health'],
    ['GET', '/garden/programs/ZZZZZZZZ'],
    ['GET', '/garden/programs/%41BCDEFGH'],
    ['GET', '/garden/program/ZZZZZZZZ/settings/settings.js'],
    ['GET', '/garden/programs/../../v1/partners'],
    ['POST', '/garden/programs/ZZZZZZZZ/clicks'],
    ['POST', '/garden/bee.js'],
    ['DELETE', '/garden/bee.js'],
    ['GET', '/t/bee.js'],
    ['GET', '/x/garden/bee.js'],
  ])('%s %s', async (method, path) => {
    expect(await get(path, { method })).toBeUndefined()
  })

  it.each([
    ['GET', 'clicks'],
    ['PUT', 'clicks'],
    ['POST', 'referrals'],
    ['GET', 'toString'],
    ['POST', 'partners'],
    ['POST', 'clicks/x'],
  ])("%s of a program's %s", async (method, what) => {
    const path = `/garden/programs/${server.affiliate.public_id}/${what}`
    expect(await get(path, { method })).toBeUndefined()
  })
})

describe('is told at once', () => {
  it.each([
    [{ programs: [] }, 'programs'],
    [{ programs: ['abc'] }, '"abc"'],
    [{ path: 't' }, 'path'],
    [{ path: '/t/' }, 'path'],
    [{ path: '' }, 'path'],
    [{ scriptName: 'site.js' }, 'without ".js"'],
    [{ cookieDomain: '.shop.example' }, 'cookieDomain'],
    [{ cookieDomain: 'https://shop.example' }, 'cookieDomain'],
    [{ host: 'pollen.example' }, 'host'],
  ])('that %o is wrong', (wrong, said) => {
    const options = { host: 'https://pollen.example', programs: ['ABCDEFGH'], ...wrong }
    expect(() => createFirstParty(options)).toThrow(TypeError)
    expect(() => createFirstParty(options)).toThrow(said)
  })
})
