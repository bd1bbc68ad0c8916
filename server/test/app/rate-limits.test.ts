import { afterAll, afterEach, describe, expect, it, vi } from 'vitest'
import { aClick } from '../helpers/a-click.js'
import { apiWithKey } from '../helpers/api-with-key.js'
import { type Api, type ApiAnswer, createApi } from '../helpers/create-api.js'
import { createTestProgram } from '../helpers/create-test-program.js'
import { databases } from '../helpers/databases.js'
import { startTestServer } from '../helpers/start-test-server.js'

const LIMIT = 5

async function repeat(times: number, call: () => Promise<ApiAnswer>): Promise<ApiAnswer[]> {
  const answers: ApiAnswer[] = []
  while (answers.length < times) answers.push(await call())
  return answers
}

const statuses = (answers: ApiAnswer[]) => answers.map(({ status }) => status)

describe.each(databases)('rate limits on $name', (database) => {
  afterEach(() => {
    vi.useRealTimers()
  })

  describe('of the API', () => {
    const server = startTestServer(database, { requestsPerMinute: LIMIT, trustProxy: true })

    const from = (address: string, apiKey: string): Api =>
      createApi(`${server.url}/v1`, {
        authorization: `Bearer ${apiKey}`,
        'x-forwarded-for': address,
      })

    it('tells who calls too often when to come again, as JSON', async () => {
      const { apiKey } = await createTestProgram(server)
      const api = from('192.0.2.1', apiKey)
      expect(statuses(await repeat(LIMIT, () => api.get('/test')))).toEqual(Array(LIMIT).fill(200))
      const refused = await api.get('/test')
      expect(refused.status).toBe(429)
      expect(refused.headers['content-type']).toBe('application/json')
      expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
      expect(refused.body).toEqual({ message: expect.any(String), errors: {}, status: 0 })
    })

    it('counts a key wherever it is used, and leaves other keys alone', async () => {
      const { apiKey } = await createTestProgram(server)
      const another = await createTestProgram(server)
      const answers = []
      for (let host = 0; host <= LIMIT; host++) {
        answers.push(await from(`198.51.100.${host}`, apiKey).get('/test'))
      }
      expect(statuses(answers)).toEqual([...Array(LIMIT).fill(200), 429])
      expect((await from('198.51.100.0', another.apiKey).get('/test')).status).toBe(200)
    })

    it('lets a sender in again after a minute, wherever the clock jumps', async () => {
      const { apiKey } = await createTestProgram(server)
      const api = from('192.0.2.99', apiKey)
      await repeat(LIMIT, () => api.get('/test'))
      vi.useFakeTimers({ toFake: ['Date'], now: Date.now() - 86_400_000 })
      const refused = await api.get('/test')
      expect(refused.status).toBe(429)
      expect(Number(refused.headers['retry-after'])).toBeLessThanOrEqual(60)
    })

    it('counts an address also while its keys are wrong', async () => {
      const api = from('203.0.113.7', 'pollen_AAAAAAAA_guess')
      const answers = await repeat(LIMIT + 1, () => api.get('/test'))
      expect(statuses(answers)).toEqual([...Array(LIMIT).fill(401), 429])
    })
  })

  describe('of two nodes', () => {
    const requestsPerMinute = 40
    const shared = database.create()
    afterAll(async () => (await shared).drop())
    const create = async () => ({ ...(await shared), drop: async () => {} })
    const one = startTestServer({ create }, { requestsPerMinute })
    const other = startTestServer({ create }, { requestsPerMinute })

    it('hold a key that is used on both to what it may do on one', async () => {
      const { apiKey } = await createTestProgram(one)
      await repeat(requestsPerMinute - 2, () => apiWithKey(one, apiKey).get('/test'))
      const answers: ApiAnswer[] = []
      // Within a second or so the nodes have told each other.
      const next = async () => {
        answers.push(...(await repeat(5, () => apiWithKey(other, apiKey).get('/test'))))
        return answers.at(-1)?.status
      }
      await expect.poll(next, { interval: 500, timeout: 10_000 }).toBe(429)
      expect(answers.length).toBeLessThan(requestsPerMinute)
    })
  })

  describe('of events', () => {
    const server = startTestServer(database, { eventsPerMinute: LIMIT })

    it('holds an address to its limit, but not who reports with a key for events', async () => {
      const { id, api, events } = await createTestProgram(server)
      const answers = await repeat(LIMIT + 1, () => events.post('/clicks', aClick('jane')))
      expect(statuses(answers)).toEqual([...Array(LIMIT).fill(201), 429])

      const { body } = await api.post('/api_keys', { name: 'Proxy', scopes: ['events'] })
      const proxy = createApi(`${server.url}/pub/v1/programs/${id}`, {
        authorization: `Bearer ${body.data.api_key}`,
        'content-type': 'application/json',
      })
      const reported = await repeat(LIMIT + 1, () => proxy.post('/clicks', aClick('jane')))
      expect(statuses(reported)).toEqual(Array(LIMIT + 1).fill(201))
    })

    it('takes no key that is not for events', async () => {
      const { id, api } = await createTestProgram(server)
      const { body } = await api.post('/api_keys', { name: 'Reader', scopes: ['read'] })
      const wrong = apiWithKey({ ...server, url: `${server.url}/pub` }, body.data.api_key)
      expect((await wrong.post(`/programs/${id}/clicks`, aClick('jane'))).status).toBe(403)
    })
  })
})
