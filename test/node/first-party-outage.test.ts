import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createClient, createFirstParty } from '../../src/node/index.js'
import { aClick } from './helpers/a-click.js'
import { sendJson } from './helpers/send-json.js'
import { type PollenServer, startPollenServer } from './helpers/start-pollen-server.js'
import { startUpstream } from './helpers/start-upstream.js'

const SITE = 'https://www.shop.example'
const PROGRAM = 'ABCDEFGH'

const clickRequest = (program: string, headers: Record<string, string> = {}) =>
  new Request(`${SITE}/t/programs/${program}/clicks`, {
    method: 'POST',
    headers: { origin: SITE, ...headers },
    body: JSON.stringify(aClick('jane')),
  })

describe('when the server goes and comes back', () => {
  let server: PollenServer
  beforeAll(async () => {
    server = await startPollenServer()
    const client = createClient({ apiKey: server.affiliate.api_key, host: server.url })
    await client.partners.create({ email: 'jane@example.com', key: 'jane' })
  }, 30_000)
  afterAll(() => server.close())

  it('still serves what it knows, and lets the script keep its events', async () => {
    const { public_id } = server.affiliate
    const known = createFirstParty({ host: server.url, programs: [public_id] })
    const fresh = createFirstParty({ host: server.url, programs: [public_id] })
    const script = () => new Request(`${SITE}/t/site.js`)
    expect((await known.handle(script()))?.status).toBe(200)
    await server.stop()

    expect((await known.handle(script()))?.status).toBe(200)
    expect((await fresh.handle(script()))?.status).toBe(502)
    expect((await known.handle(clickRequest(public_id)))?.status).toBe(503)

    await server.start()
    const answered = await known.handle(clickRequest(public_id))
    expect(answered?.status).toBe(201)
    expect(answered?.headers.getSetCookie()).toHaveLength(2)
    await expect.poll(async () => (await fresh.handle(script()))?.status).toBe(200)
  })
})

describe('when the server', () => {
  it('does not answer, says so to the script in time', async () => {
    const { url } = await startUpstream(() => {})
    const { handle } = createFirstParty({ host: url, programs: [PROGRAM], timeoutMs: 50 })
    expect((await handle(new Request(`${SITE}/t/site.js`)))?.status).toBe(502)
    const event = await handle(clickRequest(PROGRAM))
    expect(event?.status).toBe(503)
    expect(await event?.json()).toEqual({ message: expect.any(String), errors: {}, status: 0 })
  })

  it('stops in the middle of its answer, lets the script send again', async () => {
    const { url } = await startUpstream((_request, response) => {
      response.writeHead(201, { 'content-type': 'application/json', 'content-length': '100' })
      response.write('{"data":')
      response.destroy()
    })
    const { handle } = createFirstParty({ host: url, programs: [PROGRAM] })
    expect((await handle(clickRequest(PROGRAM)))?.status).toBe(503)
  })

  it('is busy, passes on when to come back', async () => {
    const { url } = await startUpstream((_request, response) =>
      sendJson(response, 429, { message: 'Later.', status: 0 }, { 'retry-after': '7' }),
    )
    const { handle } = createFirstParty({ host: url, programs: [PROGRAM] })
    const event = await handle(clickRequest(PROGRAM))
    expect(event?.status).toBe(429)
    expect(event?.headers.get('retry-after')).toBe('7')
  })

  it('is hidden behind a page to log in, lets the script send again', async () => {
    const { url } = await startUpstream((_request, response) => {
      response.writeHead(302, { location: 'https://elsewhere.example' }).end()
    })
    const { handle } = createFirstParty({ host: url, programs: [PROGRAM] })
    expect((await handle(clickRequest(PROGRAM)))?.status).toBe(503)
  })

  it('answers with a page instead of a script, serves none', async () => {
    const { url } = await startUpstream((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Hello</h1>')
    })
    const { handle } = createFirstParty({ host: url, programs: [PROGRAM] })
    expect((await handle(new Request(`${SITE}/t/site.js`)))?.status).toBe(502)
  })

  it('takes a click but cannot tell its settings, the click stays answered', async () => {
    const { url } = await startUpstream(({ method }, response) =>
      method === 'POST'
        ? sendJson(response, 201, { data: { partner: { key: 'jane' } }, status: 1 })
        : sendJson(response, 500, {}),
    )
    const { handle } = createFirstParty({ host: url, programs: [PROGRAM] })
    const event = await handle(clickRequest(PROGRAM))
    expect(event?.status).toBe(201)
    expect(event?.headers.getSetCookie()).toEqual([])
  })
})

it('tells the server who the visitor is, and nothing of the site', async () => {
  const { url, arrived } = await startUpstream((_request, response) =>
    sendJson(response, 201, { data: { partner: null }, status: 1 }),
  )
  const { handle } = createFirstParty({ host: url, programs: [PROGRAM] })
  const request = clickRequest(PROGRAM, {
    'user-agent': 'Firefox',
    'content-type': 'text/plain',
    cookie: 'sid=secret',
    authorization: 'Bearer secret',
    'x-csrf-token': 'secret',
    'x-forwarded-for': '203.0.113.9',
  })
  await handle(request, { address: '198.51.100.7' })
  const [click] = arrived
  expect(click?.path).toBe(`/pub/v1/programs/${PROGRAM}/clicks`)
  expect(JSON.parse(click?.body ?? '')).toMatchObject({ key: 'jane' })
  expect(click?.headers).toMatchObject({
    'user-agent': 'Firefox',
    'content-type': 'text/plain',
    'x-forwarded-for': '198.51.100.7',
    origin: SITE,
  })
  expect(JSON.stringify(click?.headers)).not.toMatch(/secret|203\.0\.113\.9/)
})

it.each([
  ['Bearer widget', 'Bearer widget'],
  ['Basic c2VjcmV0', undefined],
])("of the site's %s tells a widget's question %s", async (authorization, told) => {
  const { url, arrived } = await startUpstream((_request, response) => sendJson(response, 200, {}))
  const { handle } = createFirstParty({ host: url, programs: [PROGRAM] })
  const address = `${SITE}/t/pub/v1/programs/${PROGRAM}/referrals`
  await handle(new Request(address, { headers: { authorization, cookie: 'sid=secret' } }))
  expect(arrived.map(({ headers }) => headers.authorization)).toEqual([told])
  expect(JSON.stringify(arrived)).not.toContain('secret')
})
