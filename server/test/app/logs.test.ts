import { describe, expect, it } from 'vitest'
import { createLogger } from '../../src/logger.js'
import { startServer } from '../../src/server.js'
import { aSignUp } from '../helpers/a-sign-up.js'
import { createTestProgram } from '../helpers/create-test-program.js'
import { databases } from '../helpers/databases.js'
import { messagesAreTried } from '../helpers/messages-are-tried.js'

describe.each(databases)('the log on $name', ({ create }) => {
  it('tells of every request, and of no person', async () => {
    const database = await create()
    const lines: string[] = []
    const log = { write: (line: string) => void lines.push(line) }
    const { url, close } = await startServer(
      { port: 0, database: database.url, logLevel: 'trace', allowPrivateWebhooks: true },
      log,
    )
    const { api, events } = await createTestProgram({ url, database })
    // Nobody listens there.
    const webhook = { key: 'crm', name: 'CRM', url: 'http://127.0.0.1:1/secret-key?jane' }
    await api.post('/webhooks', { ...webhook, events: ['partner.created'] })
    await api.post('/partners', { key: 'secret-key', email: 'jane@example.com' })
    await api.post('/partners', { key: 'secret-key', email: 'jane@example' })
    await api.post('/partners', '{ "email": "jane@example.com", ')
    await messagesAreTried(api, 'crm')
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
    const isDelivery = ({ route }: { route: string }) => route.startsWith('/v1/webhooks')
    const others = requests.filter((request) => !isDelivery(request))
    expect(others.map(({ method, route, status }) => [method, route, status])).toEqual([
      ['POST', '/v1/partners', 200],
      ['POST', '/v1/partners', 422],
      ['POST', '/v1/partners', 400],
      ['GET', '/v1/customers/:id', 404],
      ['GET', '/health', 200],
      ['POST', '/pub/v1/programs/:program_id/customers', 201],
    ])
    expect(others[3].reqId).toBe(answer.headers['x-request-id'])
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

it.each([
  ['JSON', () => JSON.parse('Jane Doe')],
  ['PostgreSQL', () => quoting('invalid input syntax for type bigint: "Jane\n"Doe""', '22P02')],
])('a failure of %s that quotes what it was given is written down without it', (_, fail) => {
  const lines: string[] = []
  const logger = createLogger('info', { write: (line: string) => void lines.push(line) })
  try {
    fail()
  } catch (error) {
    logger.error({ err: error }, 'request failed')
  }
  expect(JSON.parse(lines.join('')).err.message).toContain('"…"')
  expect(lines.join('')).not.toMatch(/Jane|Doe/)
})

function quoting(message: string, code: string): never {
  throw Object.assign(new Error(message), { code })
}

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
