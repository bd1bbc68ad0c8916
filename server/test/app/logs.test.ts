import { describe, expect, it } from 'vitest'
import { createLogger } from '../../src/logger.js'
import { startServer } from '../../src/server.js'
import { aSignUp } from '../helpers/a-sign-up.js'
import { createTestProgram } from '../helpers/create-test-program.js'
import { databases } from '../helpers/databases.js'

describe.each(databases)('the log on $name', ({ create }) => {
  it('tells of every request, and of no person', async () => {
    const database = await create()
    const lines: string[] = []
    const log = { write: (line: string) => void lines.push(line) }
    const { url, close } = await startServer(
      { port: 0, database: database.url, logLevel: 'debug' },
      log,
    )
    const { api, events } = await createTestProgram({ url, database })
    await api.post('/partners', { key: 'secret-key', email: 'jane@example.com' })
    const answer = await api.get('/customers/jane@example.com?key=secret-key')
    await fetch(`${url}/health?email=jane@example.com`, {
      headers: {
        cookie: 'partnero_partner=secret-key',
        'user-agent': 'jane',
        referer: 'https://jane.example',
      },
    })
    await events.post('/customers', aSignUp({ email: 'jane@example.com' }, 'secret-key'))
    await close()
    await database.drop()

    const requests = lines.map((line) => JSON.parse(line)).filter(({ msg }) => msg === 'answered')
    expect(requests.map(({ method, route, status }) => [method, route, status])).toEqual([
      ['POST', '/v1/partners', 200],
      ['GET', '/v1/customers/:id', 404],
      ['GET', '/health', 200],
      ['POST', '/pub/v1/programs/:program_id/customers', 201],
    ])
    expect(requests[1].reqId).toBe(answer.headers['x-request-id'])
    expect(lines.join('')).not.toMatch(/jane|secret-key|pollen_|Bearer/)
  })

  it('has the reason of a failure, which the client never sees', async () => {
    const database = await create()
    const lines: string[] = []
    const log = { write: (line: string) => void lines.push(line) }
    const { url, close } = await startServer({ port: 0, database: database.url }, log)
    const { api } = await createTestProgram({ url, database })
    await (await database.open()).schema.dropTable('partner').execute()

    const answer = await api.get('/partners')
    await close()
    await database.drop()

    expect(answer.status).toBe(500)
    expect(answer.body.message).toBe('Something went wrong on our side; it has been logged.')
    const failure = lines.map((line) => JSON.parse(line)).find(({ level }) => level >= 50)
    expect(failure).toMatchObject({
      reqId: expect.any(String),
      err: { message: expect.any(String) },
    })
    expect(failure.err.message).toContain('partner')
  })
})

it('a failure that quotes an address or a key is written down without it', () => {
  const lines: string[] = []
  const logger = createLogger('info', { write: (line: string) => void lines.push(line) })
  const key = 'pollen_ABCDEFGH_s3cret'
  logger.error({ err: new Error(`invalid input "jane@example.com" of ${key}`) }, 'request failed')
  expect(JSON.parse(lines.join('')).err).toMatchObject({
    message: 'invalid input "…" of …',
    stack: expect.stringContaining('logs.test.ts'),
  })
  expect(lines.join('')).not.toMatch(/jane|s3cret/)
})
