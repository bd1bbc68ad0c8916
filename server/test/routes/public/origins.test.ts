import { beforeAll, describe, expect, it } from 'vitest'
import { aClick } from '../../helpers/a-click.js'
import { aSignUp } from '../../helpers/a-sign-up.js'
import { createTestProgram, type TestProgram } from '../../helpers/create-test-program.js'
import { sqlite } from '../../helpers/databases.js'
import { startTestServer } from '../../helpers/start-test-server.js'

const server = startTestServer(sqlite)
let program: TestProgram

beforeAll(async () => {
  program = await createTestProgram(server, { website: 'https://www.shop.example' })
  await program.api.post('/partners', { key: 'jane', email: 'jane@example.com' })
})

const send = (
  event: 'clicks' | 'customers',
  headers: Record<string, string>,
  url = 'https://www.shop.example/?aff=jane',
) => {
  const body = event === 'clicks' ? aClick('jane') : aSignUp({ key: crypto.randomUUID() }, 'jane')
  return fetch(`${server.url}/pub/v1/programs/${program.id}/${event}`, {
    method: 'POST',
    headers: { 'content-type': 'text/plain', ...headers },
    body: JSON.stringify({ ...body, url }),
  })
}

describe.each(['clicks', 'customers'] as const)('%s', (event) => {
  it.each([
    { origin: 'https://www.shop.example' },
    { origin: 'https://app.shop.example' },
    { origin: 'http://localhost:3000' },
    { origin: 'null', referer: 'https://shop.example/landing' },
    // As a sandboxed frame says it.
    { origin: 'null' },
  ])('are taken from %j, which may read the answer', async (headers) => {
    const answer = await send(event, headers)
    expect(answer.status).toBe(201)
    expect(answer.headers.get('access-control-allow-origin')).toBe(headers.origin)
    expect(answer.headers.get('vary')).toContain('Origin')
  })

  it('are taken from whoever names no page, as other programs do', async () => {
    expect((await send(event, {})).status).toBe(201)
  })

  it.each([
    [{ origin: 'https://evil.example' }, 'https://evil.example'],
    [{ referer: 'https://evil.example/page' }, 'https://evil.example'],
    [{ origin: 'null', referer: 'https://evil.example/page' }, 'https://evil.example'],
    [{ origin: 'null' }, 'https://evil.example'],
  ])('from %j are refused, with a word about what to do', async (headers, word) => {
    const before = await figures()
    const answer = await send(event, headers, 'https://evil.example/')
    expect(answer.status).toBe(403)
    expect(answer.headers.get('access-control-allow-origin')).toBeNull()
    expect(await answer.json()).toEqual({
      message: expect.any(String),
      errors: { origin: [expect.stringContaining(word)] },
      status: 0,
    })
    expect(await figures()).toEqual(before)
  })

  it('of any page are taken when a key for events vouches for them', async () => {
    const { body } = await program.api.post('/api_keys', { name: 'Proxy', scopes: ['events'] })
    const authorization = `Bearer ${body.data.api_key}`
    const answer = await send(event, { origin: 'https://preview.example', authorization })
    expect(answer.status).toBe(201)
  })

  it('are refused where the key for events is of another program', async () => {
    const other = await createTestProgram(server)
    const { body } = await other.api.post('/api_keys', { name: 'Proxy', scopes: ['events'] })
    const answer = await send(event, { authorization: `Bearer ${body.data.api_key}` })
    expect(answer.status).toBe(401)
    expect(await answer.json()).toMatchObject({
      errors: { api_key: ['It opens another program.'] },
    })
  })

  it.each([
    ['https://shop.example', 200, 'https://shop.example'],
    ['https://evil.example', 403, null],
  ])('asked for in advance by %s are answered with %s', async (origin, status, allowed) => {
    const answer = await fetch(`${server.url}/pub/v1/programs/${program.id}/${event}`, {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': 'POST' },
    })
    expect(answer.status).toBe(status)
    expect(answer.headers.get('access-control-allow-origin')).toBe(allowed)
  })
})

it('a further website of the program may report as soon as it is named', async () => {
  const checkout = { origin: 'https://checkout.example' }
  expect((await send('clicks', checkout)).status).toBe(403)
  await program.api.put('/settings', { settings: { domains: ['checkout.example'] } })
  expect((await send('clicks', checkout)).status).toBe(201)
})

const figures = async () => (await program.api.get('/partners/jane')).body.data.referrals
