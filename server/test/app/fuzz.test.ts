import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { operations } from '../../src/openapi/operations.js'
import type { ProgramType } from '../../src/store/database.js'
import { brokenPromises } from '../helpers/broken-promises.js'
import { createApi } from '../helpers/create-api.js'
import { createTestProgram, type TestProgram } from '../helpers/create-test-program.js'
import { databases } from '../helpers/databases.js'
import { type Schema, valueArbitrary } from '../helpers/request-arbitrary.js'
import { type StandIns, seedExamples } from '../helpers/seed-examples.js'
import { startTestServer } from '../helpers/start-test-server.js'

/** Enough to reach every branch of small schemas; more with FUZZ_RUNS, others with FUZZ_SEED. */
const numRuns = Number(process.env.FUZZ_RUNS ?? 6)
const seed = Number(process.env.FUZZ_SEED ?? 20_260_131)

/** Calls that take longer, all together, are not answered; some hash a password each time. */
const PATIENCE_MS = 45_000

describe.each(databases)('on $name, whatever is sent', (database) => {
  const server = startTestServer(database, { requestsPerMinute: 0 })
  const programs = new Map<ProgramType, TestProgram & { standIns: StandIns }>()
  // biome-ignore lint/suspicious/noExplicitAny: a document is looked into member by member.
  let document: any

  beforeAll(async () => {
    document = await (await fetch(`${server.url}/docs/json`)).json()
    for (const type of ['affiliate', 'refer_a_friend', 'newsletter'] as const) {
      const program = await createTestProgram(server, { type })
      programs.set(type, { ...program, standIns: await seedExamples(program.api, type) })
    }
  })

  it.each(Object.entries(operations))('%s is answered', async (name, { examples }) => {
    const [method = '', path = ''] = name.split(' ')
    const { parameters = [], requestBody, responses } = document.paths[path][method.toLowerCase()]
    const types = [...new Set(examples.map(({ program }) => program ?? 'affiliate'))]
    const request = fc.record({
      type: fc.constantFrom(...(types.length > 0 ? types : (['affiliate'] as const))),
      path: members(parameters, 'path', examples[0]?.path),
      query: members(parameters, 'query', {}),
      body: bodyOf(requestBody),
    })
    await fc.assert(
      fc.asyncProperty(request, async ({ type, path: values, query, body }) => {
        const program = programs.get(type)
        const filled = path.replace(/\{(\w+)\}/g, (_, part) => {
          const value = part === 'program_id' ? program?.id : values[part]
          return encodeURIComponent(wellFormed(program?.standIns[String(value)] ?? value))
        })
        const api = createApi(server.url, {
          authorization: `Bearer ${program?.apiKey}`,
          'content-type': 'application/json',
        })
        const answer = await api.send(method, `${filled}?${queryOf(query)}`, body)
        expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(500)
        const described = answer.status < 300 && responses[answer.status]?.content
        const contentTypes = Object.keys(described || { 'application/json': {} })
        expect(contentTypes).toContain(String(answer.headers['content-type']).split(';')[0])
        expect(answer.body.message === undefined || typeof answer.body.message === 'string').toBe(
          true,
        )
      }),
      {
        numRuns,
        seed,
        // Shrinking would send thousands of requests more.
        endOnFailure: true,
        interruptAfterTimeLimit: PATIENCE_MS,
        markInterruptAsFailure: true,
      },
    )
  })

  it('leaves nothing half-written', async () => {
    expect(await brokenPromises(await server.database.open())).toEqual([])
  })
})

interface Parameter {
  name: string
  in: string
  schema: Schema
}

/** Values for the parameters of one place; those of a path are the example's, too. */
function members(
  parameters: Parameter[],
  place: string,
  example: Record<string, unknown> | undefined,
): fc.Arbitrary<Record<string, unknown>> {
  const own = parameters.filter((parameter) => parameter.in === place)
  const values = own.map(({ name, schema }) => {
    const known = example?.[name]
    const any = valueArbitrary(schema)
    const value =
      known === undefined ? any : fc.oneof({ weight: 3, arbitrary: fc.constant(known) }, any)
    return [name, value] as const
  })
  return fc.record(Object.fromEntries(values), {
    requiredKeys: place === 'path' ? own.map(({ name }) => name) : [],
  })
}

const bodyOf = (requestBody: { content: Record<string, { schema: Schema }> } | undefined) => {
  const schema = requestBody?.content['application/json']?.schema
  return schema ? valueArbitrary(schema) : fc.constantFrom(undefined, [], {}, '', 'null', '{"a":')
}

const queryOf = (query: Record<string, unknown>): URLSearchParams => {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (typeof value !== 'object' || value === null) search.set(name, String(value))
    else for (const [key, inner] of Object.entries(value)) search.set(`${name}[${key}]`, `${inner}`)
  }
  return search
}

/** A path cannot hold half of a character, nor nothing. */
const wellFormed = (value: unknown): string => Buffer.from(String(value)).toString() || '-'
