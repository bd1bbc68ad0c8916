import { beforeAll, describe, expect, it } from 'vitest'
import { operations } from '../../src/openapi/operations.js'
import type { ProgramType } from '../../src/store/database.js'
import { aClick } from '../helpers/a-click.js'
import { aSignUp } from '../helpers/a-sign-up.js'
import { brokenPromises } from '../helpers/broken-promises.js'
import { type Api, createApi } from '../helpers/create-api.js'
import { createTestProgram } from '../helpers/create-test-program.js'
import { databases } from '../helpers/databases.js'
import { injected, MARK } from '../helpers/injections.js'
import { type StandIns, seedExamples } from '../helpers/seed-examples.js'
import { sendExample } from '../helpers/send-example.js'
import { startTestServer } from '../helpers/start-test-server.js'

describe.each(databases)('on $name, what is meant for SQL, a page or a header', (database) => {
  const lines: string[] = []
  const server = startTestServer(
    database,
    { requestsPerMinute: 0, logLevel: 'trace' },
    { write: (line) => void lines.push(line) },
  )
  const programs = new Map<ProgramType, { api: Api; standIns: StandIns }>()
  let stranger: Api

  beforeAll(async () => {
    for (const type of ['affiliate', 'refer_a_friend', 'newsletter'] as const) {
      const { id, api, apiKey } = await createTestProgram(server, { type })
      const standIns = { ...(await seedExamples(api, type)), MOBTGEKX: id }
      const headers = { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' }
      programs.set(type, { api: createApi(server.url, headers), standIns })
    }
    stranger = (await createTestProgram(server)).api
    await stranger.post('/partners', { key: 'victim', email: 'victim@other.example' })
  })

  it.each(Object.entries(operations))('is nothing but text to %s', async (name, { examples }) => {
    const [example] = examples
    const program = programs.get(example?.program ?? 'affiliate')
    if (!example || !program) return
    for (const attempt of injected(example)) {
      const answer = await sendExample(program.api, name, attempt, program.standIns)
      const told = JSON.stringify(attempt)
      expect(answer.status, told).toBeLessThan(500)
      expect(answer.headers['set-cookie'], told).toBeUndefined()
      expect(answer.headers['content-type'], told).not.toContain('html')
      expect(JSON.stringify(answer.body ?? ''), told).not.toContain('victim')
    }
  })

  it('is nothing but text in an event, and stored as it came', async () => {
    const { id, api, events } = await createTestProgram(server)
    await api.post('/partners', { key: 'jane', email: 'jane@example.com' })
    for (const { body } of injected({ title: '', body: aClick('jane') })) {
      expect((await events.post('/clicks', body)).status).toBeLessThan(500)
    }
    const signUp = aSignUp({ key: 'user-1', email: 'anna@example.com', name: 'Anna' }, 'jane')
    for (const { body } of injected({ title: '', body: signUp })) {
      expect((await events.post('/customers', body)).status).toBeLessThan(500)
    }
    const name = `'; drop table click; -- <b>${MARK}</b> %s \${1}`
    await events.post('/customers', aSignUp({ key: 'user-2', name }, 'jane'))
    expect((await api.get('/customers/user-2')).body.data.name).toBe(name)
    const db = await server.database.open()
    const stored = db.selectFrom('customer').select('name').where('program_id', '=', id)
    expect(await stored.where('key', '=', 'user-2').execute()).toEqual([{ name }])
  })

  it('has changed nothing of another program, left nothing half-written, and is in no log', async () => {
    const { data } = (await stranger.get('/partners')).body
    expect(data).toMatchObject([{ key: 'victim', email: 'victim@other.example' }])
    expect(await brokenPromises(await server.database.open())).toEqual([])
    expect(lines.length).toBeGreaterThan(500)
    expect(lines.filter((line) => /mallory|@(example|other)/.test(line))).toEqual([])
  })
})
