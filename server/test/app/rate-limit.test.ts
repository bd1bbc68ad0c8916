import { describe, expect, it } from 'vitest'
import { aClick } from '../helpers/a-click.js'
import { createTestProgram } from '../helpers/create-test-program.js'
import { sqlite } from '../helpers/databases.js'
import { startTestServer } from '../helpers/start-test-server.js'

describe('an address that sends more events than the limit', () => {
  const server = startTestServer(sqlite, { eventsPerMinute: 3 })

  it('is told to wait, while the REST API goes on', async () => {
    const { api, events } = await createTestProgram(server)
    for (const _ of [1, 2, 3]) {
      expect((await events.post('/clicks', aClick('jane'))).status).toBe(201)
    }
    const answer = await events.post('/clicks', aClick('jane'))
    expect(answer.status).toBe(429)
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0)
    expect(answer.body).toEqual({ message: expect.any(String), errors: {}, status: 0 })
    expect((await api.get('/test')).status).toBe(200)
  })
})
