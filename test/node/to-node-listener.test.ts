import { createServer } from 'node:http'
import {
  connect as connectHttp2,
  createServer as createHttp2Server,
  type IncomingHttpHeaders,
} from 'node:http2'
import { type AddressInfo, connect } from 'node:net'
import express from 'express'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createFirstParty, toNodeListener } from '../../src/node/index.js'
import { aClick } from './helpers/a-click.js'
import { listen } from './helpers/listen.js'
import { sendJson } from './helpers/send-json.js'
import { startUpstream } from './helpers/start-upstream.js'

const PROGRAM = 'ABCDEFGH'

/** A server that takes every click, and a handler in front of it. */
async function aFirstParty() {
  const upstream = await startUpstream((_request, response) =>
    sendJson(response, 201, { data: { partner: null }, status: 1 }),
  )
  return { upstream, firstParty: createFirstParty({ host: upstream.url, programs: [PROGRAM] }) }
}

describe('behind a body parser', () => {
  it.each([
    ['text', express.text(), 'text/plain'],
    ['bytes', express.raw({ type: '*/*' }), 'text/plain'],
    ['JSON', express.json(), 'application/json'],
    ['none that fits', express.json(), 'text/plain'],
  ])('passes the event on: %s', async (_what, parser, type) => {
    const { upstream, firstParty } = await aFirstParty()
    const app = express().use(parser).use(toNodeListener(firstParty))
    const url = await listen(createServer(app))
    const click = aClick('jürgen')
    const response = await fetch(`${url}/t/programs/${PROGRAM}/clicks`, {
      method: 'POST',
      headers: { 'content-type': type },
      body: JSON.stringify(click),
    })
    expect(response.status).toBe(201)
    expect(JSON.parse(upstream.arrived[0]?.body ?? '')).toEqual(click)
  })
})

it('works in a router of Express as well', async () => {
  const { firstParty } = await aFirstParty()
  const app = express().use('/t', toNodeListener(firstParty))
  const url = await listen(createServer(app))
  const path = `/t/programs/${PROGRAM}/clicks`
  const response = await fetch(url + path, { method: 'POST', body: JSON.stringify(aClick('x')) })
  expect(response.status).toBe(201)
})

it("leaves the bodies of the site's own routes unread", async () => {
  const { firstParty } = await aFirstParty()
  const app = express().use(toNodeListener(firstParty, { capturesLandings: true }), express.json())
  app.post('/orders', (request, response) => {
    response.json(request.body)
  })
  const url = await listen(createServer(app))
  const response = await fetch(`${url}/orders`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"a":1}',
  })
  expect(await response.json()).toEqual({ a: 1 })
})

it('stops reading an event that is too large, however it is sent', async () => {
  const { upstream, firstParty } = await aFirstParty()
  const url = await listen(createServer(toNodeListener(firstParty)))
  const body = new ReadableStream({
    start(controller) {
      for (let i = 0; i < 20; i++) controller.enqueue(new Uint8Array(1024))
      controller.close()
    },
  })
  const response = await fetch(`${url}/t/programs/${PROGRAM}/clicks`, {
    method: 'POST',
    body,
    duplex: 'half',
  } as RequestInit)
  expect(response.status).toBe(413)
  expect(upstream.arrived).toEqual([])
})

describe("tells the visitor's address", () => {
  const addressOf = async (
    app: (firstParty: Parameters<typeof toNodeListener>[0]) => Parameters<typeof createServer>[1],
  ) => {
    const { upstream, firstParty } = await aFirstParty()
    const url = await listen(createServer(app(firstParty)))
    await fetch(`${url}/t/programs/${PROGRAM}/clicks`, {
      method: 'POST',
      headers: { 'x-forwarded-for': '203.0.113.9', 'x-real-ip': '203.0.113.8' },
      body: JSON.stringify(aClick('jane')),
    })
    return upstream.arrived[0]?.headers['x-forwarded-for']
  }

  it('as the connection has it', async () => {
    expect(await addressOf((firstParty) => toNodeListener(firstParty))).toMatch('127.0.0.1')
  })

  it('as Express is told to trust its proxy', async () => {
    const app = express().set('trust proxy', 'loopback')
    expect(await addressOf((firstParty) => app.use(toNodeListener(firstParty)))).toBe('203.0.113.9')
  })

  it('as the site says', async () => {
    const address = ({ headers }: { headers: Record<string, unknown> }) => `${headers['x-real-ip']}`
    expect(await addressOf((firstParty) => toNodeListener(firstParty, { address }))).toBe(
      '203.0.113.8',
    )
  })
})

it.each([
  ['another address', 'GET /other HTTP/1.1\r\nHost: shop.example'],
  ['no host', 'GET /other HTTP/1.0'],
  ['a host that is none', 'GET / HTTP/1.1\r\nHost: a b'],
  ['a whole URL', 'GET http://shop.example/t/site.js HTTP/1.1\r\nHost: shop.example'],
  ['a method unknown to the Web', 'TRACE / HTTP/1.1\r\nHost: shop.example'],
  ['two slashes', 'GET //t/site.js HTTP/1.1\r\nHost: shop.example'],
])('leaves to the site: %s', async (_what, head) => {
  const { firstParty } = await aFirstParty()
  const listener = toNodeListener(firstParty, { capturesLandings: true })
  const server = createServer((request, response) =>
    listener(request, response, () => response.end("the site's")),
  )
  const { port } = new URL(await listen(server))
  const answer = await new Promise<string>((resolve) => {
    let text = ''
    const socket = connect(Number(port), '127.0.0.1', () =>
      socket.write(`${head}\r\nConnection: close\r\n\r\n`),
    )
    socket.on('data', (chunk) => {
      text += chunk
    })
    socket.on('close', () => resolve(text))
  })
  expect(answer).toMatch("the site's")
})

it('answers over HTTP/2', async () => {
  const { upstream, firstParty } = await aFirstParty()
  const listener = toNodeListener(firstParty)
  const server = createHttp2Server((request, response) => listener(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const session = connectHttp2(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  onTestFinished(() => {
    session.close()
    server.close()
  })
  const path = `/t/programs/${PROGRAM}/clicks`
  const stream = session
    .request({ ':method': 'POST', ':path': path })
    .end(JSON.stringify(aClick('x')))
  const headers = await new Promise<IncomingHttpHeaders>((resolve) =>
    stream.once('response', resolve),
  )
  expect(headers[':status']).toBe(201)
  expect(JSON.parse(upstream.arrived[0]?.body ?? '')).toMatchObject({ key: 'x' })
})

it('answers 404 where there is nothing else', async () => {
  const { firstParty } = await aFirstParty()
  const url = await listen(createServer(toNodeListener(firstParty)))
  expect((await fetch(`${url}/other`)).status).toBe(404)
})
