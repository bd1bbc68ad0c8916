import { connect } from 'node:net'
import { beforeAll, describe, expect, it } from 'vitest'
import { aClick } from '../helpers/a-click.js'
import { createTestProgram, type TestProgram } from '../helpers/create-test-program.js'
import { sqlite } from '../helpers/databases.js'
import { sendRaw } from '../helpers/send-raw.js'
import { startTestServer } from '../helpers/start-test-server.js'

const server = startTestServer(sqlite)
let program: TestProgram

beforeAll(async () => {
  program = await createTestProgram(server)
  await program.api.post('/partners', { key: 'jane', email: 'jane@example.com' })
})

const isAlive = async () => (await program.api.get('/partners/jane')).status

describe('what strangers send', () => {
  const nested = (depth: number) => `{"data":${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}}`

  it.each([
    ['objects nested 100 deep', nested(100), 422],
    ['objects nested 80,000 deep', nested(80_000), 422],
    ['lists nested 200,000 deep', `{"tags":${'['.repeat(200_000)}${']'.repeat(200_000)}}`, 422],
    ['100,000 members', `{${Array.from({ length: 40_000 }, (_, i) => `"k${i}":1`)}}`, 422],
    ['a number of 100,000 digits', `{"amount":${'9'.repeat(100_000)}}`, 422],
    ['another prototype', '{"__proto__":{"isAdmin":true}}', 400],
    ['another constructor', '{"constructor":{"prototype":{"isAdmin":true}}}', 400],
    ['another prototype, in escapes', String.raw`{"\u005f_proto_\u005F":{"isAdmin":true}}`, 400],
    ['another constructor, in escapes', String.raw`{"\u0063onstructor":{"prototype":{}}}`, 400],
  ])('as %s is refused in words', async (_, body, status) => {
    const answer = await program.api.post('/customers', body)
    expect(answer).toMatchObject({ status, body: { status: 0, message: expect.any(String) } })
    expect(await isAlive()).toBe(200)
  })

  it('as events of 100 levels, or 17 KiB, is refused in words', async () => {
    const deep = await program.events.post('/customers', nested(100))
    const large = await program.events.post('/clicks', aClick('jane', { url: 'x'.repeat(17_000) }))
    expect([deep.status, large.status]).toEqual([422, 413])
  })

  it.each([
    ['3,000 headers', Array.from({ length: 3000 }, (_, i) => `x-${i}: 1\r\n`).join('')],
    ['a header of 100 KB', `x-long: ${'x'.repeat(100_000)}\r\n`],
    ['a cookie of 100 KB', `cookie: a=${'x'.repeat(100_000)}\r\n`],
  ])('with %s is refused in words', async (_, headers) => {
    const text = await sendRaw(server.url, `GET /health HTTP/1.1\r\nHost: x\r\n${headers}\r\n`)
    expect(text).toMatch(/^HTTP\/1\.1 431 /)
    expect(text).toContain('"status":0')
  })

  it.each([
    ['two lengths', 'Content-Length: 5\r\nContent-Length: 6\r\n'],
    ['a length and chunks', 'Content-Length: 5\r\nTransfer-Encoding: chunked\r\n'],
    ['a folded header', 'x-a: 1\r\n b: 2\r\n'],
  ])('with %s, which proxies read in two ways, is refused', async (_, headers) => {
    const request = `POST /v1/partners HTTP/1.1\r\nHost: x\r\nConnection: close\r\n${headers}\r\nhello`
    expect(await sendRaw(server.url, request)).toMatch(/^HTTP\/1\.1 40[01] /)
  })

  it('and never finish keeps nobody else waiting', async () => {
    const { hostname, port } = new URL(server.url)
    const sockets = Array.from({ length: 200 }, () => connect(Number(port), hostname))
    for (const socket of sockets) {
      socket.on('error', () => {})
      socket.write('POST /v1/partners HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{')
    }
    expect(await isAlive()).toBe(200)
    for (const socket of sockets) socket.destroy()
  })
})

describe('what the server answers', () => {
  it.each([
    '/health',
    '/nowhere',
    '/%zz',
    '/js/universal.js',
    '/docs/',
    '/docs/json',
    '/v1/test',
    '/program/NOPROGRA/settings/settings.js',
  ])('%s has the headers that keep browsers from making more of it', async (path) => {
    const { headers } = await fetch(server.url + path)
    const policy = headers.get('content-security-policy') ?? ''
    expect(policy).toMatch(/default-src '(none|self)'/)
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toMatch(/script-src[^;]*unsafe|\*/)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('x-powered-by')).toBeNull()
    expect(headers.get('server')).toBeNull()
  })

  it('after a failure of its own tells neither where nor why', async () => {
    const { id, api } = await createTestProgram(server)
    const db = await server.database.open()
    await db
      .updateTable('program')
      .set({ switches: 'no JSON' })
      .where('program_id', '=', id)
      .execute()
    const { status, body } = await api.get('/program')
    expect(status).toBe(500)
    expect(body).toEqual({
      message: 'Something went wrong on our side; it has been logged.',
      errors: {},
      status: 0,
    })
  })
})
