import { afterEach, describe, expect, it, vi } from 'vitest'
import { apiWithKey } from '../../helpers/api-with-key.js'
import { createTestProgram } from '../../helpers/create-test-program.js'
import { databases } from '../../helpers/databases.js'
import { startTestServer } from '../../helpers/start-test-server.js'

const HOUR_MS = 3_600_000

describe.each(databases)('API keys on $name', (database) => {
  const server = startTestServer(database)
  afterEach(() => {
    vi.useRealTimers()
  })

  it('shows a new key once, and lists all but the key itself', async () => {
    const { api } = await createTestProgram(server)
    const made = await api.post('/api_keys', { name: 'Shop back end', scopes: ['read'] })
    expect(made.status).toBe(201)
    expect(made.headers['cache-control']).toBe('no-store')
    const { api_key: key, ...record } = made.body.data
    expect(record).toEqual({
      id: expect.any(String),
      name: 'Shop back end',
      scopes: ['read'],
      created_at: expect.stringMatching(/000Z$/),
      expires_at: null,
      last_used_at: null,
    })
    expect(await api.get(`/api_keys/${record.id}`)).toMatchObject({ body: { data: record } })

    const listed = await api.get('/api_keys')
    expect(listed.body.data.map((row: { name: string }) => row.name)).toEqual([
      'Shop back end',
      'First key',
    ])
    expect(JSON.stringify(listed.body)).not.toContain(key)
  })

  it('opens with a new key what its scopes allow, and nothing else', async () => {
    const { api } = await createTestProgram(server)
    const keyFor = async (scopes: string[]) => {
      const { body } = await api.post('/api_keys', { name: scopes.join(), scopes })
      return apiWithKey(server, body.data.api_key)
    }
    const [reader, writer, reporter] = [
      await keyFor(['read']),
      await keyFor(['write']),
      await keyFor(['events']),
    ]
    const partner = { email: 'jane@example.com' }

    expect((await reader.get('/partners')).status).toBe(200)
    expect(await reader.post('/partners', partner)).toMatchObject({
      status: 403,
      body: { status: 0, errors: { scope: ['The scope write is required.'] } },
    })
    expect((await writer.post('/partners', partner)).status).toBe(200)
    expect((await writer.get('/partners')).status).toBe(403)
    expect((await reporter.get('/partners')).status).toBe(403)
    expect((await reporter.post('/partners', partner)).status).toBe(403)
  })

  it('refuses a key from when it expires', async () => {
    const { api } = await createTestProgram(server)
    const now = Date.now()
    vi.useFakeTimers({ toFake: ['Date'], now: now - HOUR_MS })
    const { body } = await api.post('/api_keys', { name: 'Audit', expires_at: now })
    const audit = apiWithKey(server, body.data.api_key)
    expect((await audit.get('/test')).status).toBe(200)
    vi.useRealTimers()
    const refused = await audit.get('/test')
    expect(refused.status).toBe(401)
    expect(refused.body.message).toContain('expired')
  })

  it('opens nothing with a key that was revoked', async () => {
    const { api } = await createTestProgram(server)
    const { body } = await api.post('/api_keys', { name: 'Leaked' })
    const leaked = apiWithKey(server, body.data.api_key)
    expect((await leaked.get('/test')).status).toBe(200)
    expect(await api.delete(`/api_keys/${body.data.id}`)).toMatchObject({ body: { status: 1 } })
    expect((await leaked.get('/test')).status).toBe(401)
    expect((await api.delete(`/api_keys/${body.data.id}`)).status).toBe(404)
  })

  it('notes when a key was last used', async () => {
    const { api } = await createTestProgram(server)
    const { body } = await api.post('/api_keys', { name: 'Cron' })
    const before = Date.now()
    await apiWithKey(server, body.data.api_key).get('/test')
    const used = await api.get(`/api_keys/${body.data.id}`)
    expect(Date.parse(used.body.data.last_used_at)).toBeGreaterThanOrEqual(before)
  })

  it('lets no key make one that can do more or lives longer', async () => {
    const { api } = await createTestProgram(server)
    const expires_at = new Date(Date.now() + HOUR_MS).toISOString()
    const { body } = await api.post('/api_keys', { name: 'Agency', scopes: ['write'], expires_at })
    const agency = apiWithKey(server, body.data.api_key)

    const wider = await agency.post('/api_keys', { name: 'Wider', scopes: ['read', 'write'] })
    expect(wider).toMatchObject({ status: 422, body: { errors: { scopes: [expect.any(String)] } } })
    const longer = await agency.post('/api_keys', {
      name: 'Longer',
      scopes: ['write'],
      expires_at: Date.now() + 2 * HOUR_MS,
    })
    expect(longer).toMatchObject({
      status: 422,
      body: { errors: { expires_at: [expect.any(String)] } },
    })
    const same = await agency.post('/api_keys', { name: 'Same', scopes: ['write'] })
    expect(same.body.data.expires_at).toBe(body.data.expires_at)
  })

  it.each([
    [{}, 'name'],
    [{ name: '' }, 'name'],
    [{ name: 'Key', scopes: [] }, 'scopes'],
    [{ name: 'Key', scopes: ['admin'] }, 'scopes.0'],
    [{ name: 'Key', expires_at: 'tomorrow' }, 'expires_at'],
    [{ name: 'Key', expires_at: '2020-01-01' }, 'expires_at'],
  ])('refuses %j and names %s', async (body, field) => {
    const { api } = await createTestProgram(server)
    const answer = await api.post('/api_keys', body)
    expect(answer.status).toBe(422)
    expect(Object.keys(answer.body.errors)).toEqual([field])
  })

  it('knows no key of another program', async () => {
    const { api } = await createTestProgram(server)
    const { body } = await api.post('/api_keys', { name: 'Mine' })
    const stranger = (await createTestProgram(server)).api
    expect((await stranger.get(`/api_keys/${body.data.id}`)).status).toBe(404)
    expect((await stranger.delete(`/api_keys/${body.data.id}`)).status).toBe(404)
  })
})
