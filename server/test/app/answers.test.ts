import { request } from 'node:http'
import { describe, expect, it } from 'vitest'
import { aClick } from '../helpers/a-click.js'
import { createTestProgram } from '../helpers/create-test-program.js'
import { databases } from '../helpers/databases.js'
import { sendRaw } from '../helpers/send-raw.js'
import { startTestServer } from '../helpers/start-test-server.js'

describe.each(databases)('every answer on $name', (database) => {
  const server = startTestServer(database)

  it('is exactly application/json, errors too', async () => {
    const { api, events } = await createTestProgram(server)
    const answers = [
      await api.get('/test'),
      await api.get('/partners'),
      await api.get('/nowhere'),
      await api.get('/partners/nobody'),
      await api.post('/partners', {}),
      await api.post('/partners', 'no json'),
      await api.post('/customers', { key: 'a' }),
      await api.get('/%zz'),
      await events.post('/clicks', aClick('jane')),
      await events.post('/nowhere', {}),
    ]
    for (const { headers } of answers) expect(headers['content-type']).toBe('application/json')
  })

  it.each([
    ['no JSON', '{"email":', 400],
    ['a text', 'hello', 400],
    ['a prototype in it', '{"__proto__":{"email":"a@b.c"}}', 400],
    ['a list with something in it', '[1]', 422],
    ['a JSON text', '"hello"', 422],
    ['a number', '1', 422],
    ['1 MB', JSON.stringify({ email: 'x'.repeat(1_000_000) }), 413],
  ])('to a body that is %s is an error', async (_, body, status) => {
    const { api } = await createTestProgram(server)
    const answer = await api.post('/partners', body)
    expect(answer.status).toBe(status)
    expect(answer.body).toEqual({
      message: expect.any(String),
      errors: expect.any(Object),
      status: 0,
    })
    expect((await api.get('/partners')).body.data).toEqual([])
  })

  it('to a body that is not said to be JSON tells what is right', async () => {
    const { api } = await createTestProgram(server)
    await api.post('/partners', { email: 'a@example.com' })
    const answer = await fetch(`${server.url}/v1/partners`, {
      method: 'POST',
      headers: { authorization: 'Bearer x', 'content-type': 'application/xml' },
      body: '<a/>',
    })
    // Without a key nobody learns what would be wrong with the body.
    expect(answer.status).toBe(401)
  })

  it('to a path with a bare space is an error that can be read', async () => {
    const text = await sendRaw(server.url, 'GET /v1/customers/a b HTTP/1.1\r\nHost: x\r\n\r\n')
    expect(text).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/)
    expect(text).toContain('{"message":"The request cannot be read.","errors":{},"status":0}')
    expect(text).toContain('x-content-type-options: nosniff')
  })

  it('to headers of more than 16 KiB is an error that can be read', async () => {
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const headers = { authorization: `Bearer ${'x'.repeat(20_000)}` }
      const sent = request(`${server.url}/v1/test`, { headers }, (response) => {
        response.resume()
        resolve(response.statusCode)
      })
      sent.on('error', reject)
      sent.end()
    })
    expect(status).toBe(431)
  })

  it.each([
    "'; drop table partner; --",
    '%_\\',
    '{{constructor.constructor("return 1")()}}',
    '<script>alert(1)</script>',
    '../../etc/passwd',
    '\u202e\ufeff',
    '\ud800',
    '\0',
  ])('to %j in any field is no failure of ours', async (text) => {
    const { api, events } = await createTestProgram(server)
    await api.post('/partners', { key: 'jane', email: 'jane@example.com' })
    const answers = [
      await api.post('/partners', { key: text, email: `x@${text}`, name: text }),
      await api.post('/customers', {
        key: text,
        email: text,
        name: text,
        partner: { key: 'jane' },
      }),
      await api.post('/transactions', { customer: { key: text }, key: text, amount: text }),
      await api.get(`/partners:search?name=${encodeURIComponent('x').concat('%27%25')}`),
      await api.get('/partners', { limit: text, sort: text }),
      await api.get(`/customers?partner_key=${new URLSearchParams({ text }).toString().slice(5)}`),
      await api.get(`/customers/${new URLSearchParams({ text }).toString().slice(5)}`),
      await api.get('/customers:search', { email: text, key: text, name: text }),
      await events.post('/clicks', aClick(text, { url: text, referrer: text, session: text })),
    ]
    for (const { status } of answers) expect(status).toBeLessThan(500)
    expect((await api.get('/partners/jane')).status).toBe(200)
  })

  it('has the headers that keep browsers from making more of it', async () => {
    const { headers } = await fetch(`${server.url}/health`)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('content-security-policy')).toContain("default-src 'none'")
  })
})
