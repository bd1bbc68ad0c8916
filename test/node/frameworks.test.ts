import { createServer, request as nodeRequest, type Server } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createClient } from '../../src/node/index.js'
import { aClick } from './helpers/a-click.js'
import { listen } from './helpers/listen.js'
import { type PollenServer, startPollenServer } from './helpers/start-pollen-server.js'

let pollen: PollenServer

beforeAll(async () => {
  pollen = await startPollenServer()
  const client = createClient({ apiKey: pollen.affiliate.api_key, host: pollen.url })
  await client.partners.create({ email: 'jane@example.com', key: 'jane' })
  process.env.POLLEN_HOST = pollen.url
  process.env.POLLEN_PROGRAM = pollen.affiliate.public_id
}, 30_000)
afterAll(() => pollen.close())

/** How each example is called: by a request over HTTP, or by a function as platforms do it. */
const frameworks: [name: string, open: () => Promise<(request: Request) => Promise<Response>>][] = [
  ['node:http', async () => over((await import('./examples/node-http.js')).server)],
  ['Express', async () => over(createServer((await import('./examples/express.js')).app))],
  [
    'Fastify',
    async () => {
      const { app } = await import('./examples/fastify.js')
      await app.ready()
      return over(app.server)
    },
  ],
  [
    'Hono',
    async () => {
      const { app } = await import('./examples/hono.js')
      return async (request) => app.fetch(request)
    },
  ],
]

const next: (typeof frameworks)[number] = [
  'Next.js',
  async () => {
    const route = await import('./examples/next-route.js')
    return (request) => (request.method === 'POST' ? route.POST : route.GET)(request)
  },
]

async function over(server: Server): Promise<(request: Request) => Promise<Response>> {
  const { port } = new URL(await listen(server))
  // Not `fetch`, which has its own mind about the host and cookies of a request.
  return async (request) => {
    const { pathname, search, host } = new URL(request.url)
    const body = Buffer.from(await request.arrayBuffer())
    const headers = { ...Object.fromEntries(request.headers), host }
    const { method } = request
    const options = { port, path: pathname + search, method, headers }
    return new Promise((resolve, reject) => {
      const sent = nodeRequest(options, async (response) => {
        const chunks: Buffer[] = []
        for await (const chunk of response) chunks.push(chunk)
        const answered = new Headers()
        for (const [name, values] of Object.entries(response.headersDistinct)) {
          for (const value of values ?? []) answered.append(name, value)
        }
        const { statusCode: status = 0 } = response
        resolve(new Response(Buffer.concat(chunks), { status, headers: answered }))
      })
      sent.on('error', reject)
      sent.end(body)
    })
  }
}

const clicksOf = () => `https://www.shop.example/t/programs/${pollen.affiliate.public_id}/clicks`

describe.each([...frameworks, next])('%s', (_name, open) => {
  it("serves the script from the site's own origin", async () => {
    const site = await open()
    const response = await site(new Request('https://www.shop.example/t/site.js'))
    const original = await fetch(`${pollen.url}/js/universal.js`)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toMatch('javascript')
    expect(await response.text()).toBe(await original.text())
  })

  it('passes a click on and writes its cookies', async () => {
    const site = await open()
    const response = await site(
      new Request(clicksOf(), {
        method: 'POST',
        headers: { origin: 'https://www.shop.example', 'content-type': 'text/plain' },
        body: JSON.stringify(aClick('jane')),
      }),
    )
    expect(response.status).toBe(201)
    expect(response.headers.getSetCookie()).toEqual([
      'partnero_partner=jane; Path=/; Max-Age=2592000; SameSite=Lax; Domain=shop.example; Secure',
      expect.stringMatching(/^partnero_session_uuid=0198f6a0-/),
    ])
    expect(await response.json()).toMatchObject({ data: { partner: { key: 'jane' } }, status: 1 })
  })

  it('refuses an event that is too large', async () => {
    const site = await open()
    const body = JSON.stringify(aClick('jane', { url: 'x'.repeat(17_000) }))
    const response = await site(new Request(clicksOf(), { method: 'POST', body }))
    expect(response.status).toBe(413)
  })
})

describe.each(frameworks)('%s', (_name, open) => {
  it('leaves pages alone', async () => {
    const site = await open()
    const response = await site(new Request('https://www.shop.example/'))
    expect(await response.text()).toBe('<h1>Shop</h1>')
    expect(response.headers.getSetCookie()).toEqual([])
  })

  it('remembers who a landing page was reached by', async () => {
    const site = await open()
    const request = () =>
      new Request('https://www.shop.example/?aff=jane', {
        headers: { 'x-forwarded-proto': 'https' },
      })
    await expect
      .poll(async () => (await site(request())).headers.getSetCookie())
      .toEqual([
        'partnero_partner=jane; Path=/; Max-Age=2592000; SameSite=Lax; Domain=shop.example; Secure',
      ])
  })
})
