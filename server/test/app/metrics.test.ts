import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RunningServer, startServer } from '../../src/server.js'
import { aClick } from '../helpers/a-click.js'
import { createTestProgram } from '../helpers/create-test-program.js'
import { databases, type TestDatabase } from '../helpers/databases.js'
import { startReceiver } from '../helpers/start-receiver.js'

describe.each(databases)('metrics on $name', ({ create }) => {
  const receiver = startReceiver()
  let database: TestDatabase
  let server: RunningServer
  beforeAll(async () => {
    database = await create()
    const options = { port: 0, metricsPort: 0, allowPrivateWebhooks: true } as const
    server = await startServer({ ...options, database: database.url, logLevel: 'silent' })
  })
  afterAll(async () => {
    await server.close()
    await database.drop()
  })

  /** Every sample by its name and labels. */
  async function read(): Promise<Record<string, number>> {
    const text = await (await fetch(server.metricsUrl ?? '')).text()
    const samples = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
    return Object.fromEntries(
      samples
        .map((line) => /^(.*) (\S+)$/.exec(line)?.slice(1) ?? [])
        .map(([name = '', value]) => [name, Number(value)]),
    )
  }

  it('tell what was asked, what is waiting, and of nobody', async () => {
    const { id, api, events } = await createTestProgram({ url: server.url, database })
    receiver.answer = (_message, response) => response.writeHead(500).end()
    await api.post('/webhooks', {
      name: 'Back end',
      url: receiver.url,
      events: ['partner.created'],
    })
    await api.post('/partners', { key: 'secret-key', email: 'jane@example.com' })
    await api.get('/partners/jane@example.com?key=secret-key')
    await events.post('/clicks', aClick('secret-key'))
    await expect
      .poll(
        async () =>
          (await read())['pollen_webhook_attempt_duration_seconds_count{outcome="failed"}'],
      )
      .toBe(1)

    const samples = await read()
    const requests = (method: string, route: string, status: string) =>
      samples[
        `pollen_http_request_duration_seconds_count{method="${method}",route="${route}",status="${status}"}`
      ]
    expect(requests('POST', '/v1/partners', '2xx')).toBe(1)
    expect(requests('GET', '/v1/partners/:id', '2xx')).toBe(1)
    expect(requests('POST', '/pub/v1/programs/:program_id/clicks', '2xx')).toBe(1)
    expect(samples).toMatchObject({
      'pollen_group_size_sum{of="clicks"}': 1,
      'pollen_queue_depth{of="sign_ups"}': 0,
      pollen_database_up: 1,
      pollen_webhook_messages_waiting: 1,
      pollen_webhook_overdue_seconds: 0,
      process_resident_memory_bytes: expect.any(Number),
    })
    expect(Object.keys(samples).join()).not.toMatch(new RegExp(`jane|secret-key|${id}`))
  })

  it('are told on their own port alone', async () => {
    expect((await fetch(`${server.url}/metrics`)).status).toBe(404)
    expect((await fetch(new URL('/health', server.metricsUrl))).status).toBe(404)
  })
})
