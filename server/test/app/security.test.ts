import { beforeAll, describe, expect, it } from 'vitest'
import type { Example, Operation } from '../../src/openapi/operation.js'
import { operations } from '../../src/openapi/operations.js'
import type { ProgramType } from '../../src/store/database.js'
import { createApi } from '../helpers/create-api.js'
import { createTestProgram, type TestProgram } from '../helpers/create-test-program.js'
import { databases } from '../helpers/databases.js'
import { type StandIns, seedExamples } from '../helpers/seed-examples.js'
import { sendExample } from '../helpers/send-example.js'
import { startTestServer } from '../helpers/start-test-server.js'

interface Case {
  name: string
  operation: Operation
  example: Example
  type: ProgramType
}

/** One call of every operation that takes an API key: a new route is in here by itself. */
const cases = Object.entries(operations).flatMap(([name, operation]): Case[] => {
  const [example] = operation.examples
  if (!example || operation.access) return []
  return [{ name, operation, example, type: example.program ?? 'affiliate' }]
})

/** Those that are about a record of the program's, which another program cannot know. */
const aboutRecords = cases.filter(({ name }) => /\{(id|key|code|uuid_code)\}/.test(name))

const lists = cases.filter(
  ({ operation: { answer } }) =>
    typeof answer === 'object' && ('list' in answer || 'text' in answer),
)

describe.each(databases)('on $name', (database) => {
  const server = startTestServer(database)
  const programs = new Map<ProgramType, TestProgram & { standIns: StandIns }>()
  const strangers = new Map<ProgramType, TestProgram>()

  beforeAll(async () => {
    for (const type of ['affiliate', 'refer_a_friend', 'newsletter'] as const) {
      const program = await createTestProgram(server, { type })
      programs.set(type, { ...program, standIns: await seedExamples(program.api, type) })
      strangers.set(type, await createTestProgram(server, { type }))
    }
  })

  const send = ({ name, example, type }: Case, authorization: string | undefined) => {
    const headers = { 'content-type': 'application/json', ...(authorization && { authorization }) }
    const standIns = programs.get(type)?.standIns ?? {}
    return sendExample(createApi(server.url, headers), name, example, standIns)
  }

  const refused = (status: number) => ({
    status,
    headers: { 'content-type': 'application/json' },
    body: { message: expect.any(String), errors: expect.any(Object), status: 0 },
  })

  it.each(cases)('$name takes an API key', async (each) => {
    expect(await send(each, undefined)).toMatchObject(refused(401))
  })

  it.each(cases)('$name takes no key that is none', async (each) => {
    const { id } = programs.get(each.type) ?? { id: '' }
    const guess = `Bearer pollen_${id}_${'x'.repeat(43)}`
    expect(await send(each, guess)).toMatchObject(refused(401))
    expect(await send(each, `Bearer ${'x'.repeat(2000)}`)).toMatchObject(refused(401))
  })

  it.each(cases)('$name takes the scope that it needs', async (each) => {
    const program = programs.get(each.type)
    const changes = !each.name.startsWith('GET') || /leads\/(convert|reject)/.test(each.name)
    const unharmed = { ...each, example: harmless(each) }
    const withRead = await withScope(changes ? each : unharmed, program, ['read'])
    const withWrite = await withScope(changes ? unharmed : each, program, ['write'])
    expect([withRead.status === 403, withWrite.status === 403]).toEqual([changes, !changes])
    expect((await withScope(each, program, ['events'])).status).toBe(403)
  })

  it.each(aboutRecords)("$name finds no record of another program's", async (each) => {
    expect(await send(each, `Bearer ${strangers.get(each.type)?.apiKey}`)).toMatchObject(
      refused(404),
    )
  })

  it.each(lists)("$name lists nothing of another program's", async (each) => {
    const { body } = await send(each, `Bearer ${strangers.get(each.type)?.apiKey}`)
    expect(JSON.stringify(body.data ?? body)).not.toMatch(
      /ref_|example\.com|customer_|transaction_/,
    )
  })

  const keys = new Map<string, Promise<string>>()

  /** With a key of the program's that has only these scopes. */
  async function withScope(each: Case, program: TestProgram | undefined, scopes: string[]) {
    const id = `${each.type} ${scopes}`
    const made = keys.get(id) ?? newKey(program, scopes)
    keys.set(id, made)
    return send(each, `Bearer ${await made}`)
  }

  const newKey = async (program: TestProgram | undefined, scopes: string[]) =>
    (await program?.api.post('/api_keys', { name: scopes.join(), scopes }))?.body.data.api_key

  /** The call to a record that is not there, so that it changes nothing even where it may. */
  const harmless = ({ example }: Case): Example => ({
    ...example,
    path: Object.fromEntries(Object.keys(example.path ?? {}).map((name) => [name, '999999'])),
    query: {},
    body: 'no object',
  })
})
