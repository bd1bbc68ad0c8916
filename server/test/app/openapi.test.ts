import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { beforeAll, describe, expect, it } from 'vitest'
import { createAccount } from '../../src/domain/accounts/create-account.js'
import { operations } from '../../src/openapi/operations.js'
import type { ProgramType } from '../../src/store/database.js'
import { type ApiAnswer, createApi } from '../helpers/create-api.js'
import { signedIn } from '../helpers/create-test-account.js'
import { createTestProgram } from '../helpers/create-test-program.js'
import { databases } from '../helpers/databases.js'
import { seedExamples } from '../helpers/seed-examples.js'
import { sendExample } from '../helpers/send-example.js'
import { startTestServer } from '../helpers/start-test-server.js'

const examples = Object.entries(operations).flatMap(([name, operation]) =>
  operation.examples.map((example) => ({ name, operation, example, title: example.title })),
)

/** Those that are files. */
const files = examples.filter(({ name }) => name.endsWith('.csv'))

// One database is enough: what the document says does not depend on it.
describe.each(databases.slice(0, 1))('the OpenAPI document', (database) => {
  const server = startTestServer(database)
  // biome-ignore lint/suspicious/noExplicitAny: a document is looked into member by member.
  let document: any
  const ajv = new Ajv2020({ strict: false, allErrors: true })

  /** The cookie of somebody who is signed in. */
  let session = ''

  beforeAll(async () => {
    const person = { email: 'ann@shop.example', password: 'heather and sweet clover' }
    const db = await server.database.open()
    const account = { ...person, name: 'Ann', programs: [] }
    const { uid = '' } = (await createAccount(db, account, 0)) ?? {}
    session = await signedIn(server, { ...person, uid })
    document = await (await fetch(`${server.url}/docs/json`)).json()
    ajv.addSchema(complete(document) as object, 'document')
  })

  it('is the one in docs/openapi.json: `npm run openapi -w server` writes it', () => {
    const kept = new URL('../../../docs/openapi.json', import.meta.url)
    expect(document).toEqual(JSON.parse(readFileSync(kept, 'utf8')))
  })

  it('can be browsed, without a word from elsewhere', async () => {
    const page = await fetch(`${server.url}/docs/`)
    expect(page.headers.get('content-type')).toContain('text/html')
    const policy = page.headers.get('content-security-policy')
    expect(policy).toContain("default-src 'self'")
    const html = await page.text()
    for (const [, source] of html.matchAll(/(?:src|href)="([^"]+)"/g)) {
      const asset = await fetch(new URL(source ?? '', `${server.url}/docs/`))
      expect(asset.status, source).toBe(200)
      expect(new URL(asset.url).origin).toBe(server.url)
      // Left unread, a file would keep the server from stopping.
      await asset.arrayBuffer()
    }
  })

  it('has an example for every call that takes an API key', () => {
    const without = Object.entries(operations)
      .filter(([, { access, examples }]) => access !== 'signature' && examples.length === 0)
      .map(([name]) => name)
    expect(without).toEqual([])
  })

  it.each(examples)('tells the truth: $name, $title', async ({ name, operation, example }) => {
    const type: ProgramType = example.program ?? 'affiliate'
    const program = await createTestProgram(server, { type })
    const seeded = await seedExamples(program.api, type)
    const api = createApi(server.url, {
      authorization: operation.access ? '' : `Bearer ${program.apiKey}`,
      cookie: operation.access === 'session' ? session : '',
      'content-type': 'application/json',
    })
    const answer = await sendExample(api, name, example, { ...seeded, MOBTGEKX: program.id })

    expect(answer.status, JSON.stringify(answer.body)).toBe(operation.status ?? 200)
    expect(wrongIn(name, answer)).toEqual([])
  })

  it.each(files)('names the columns of $name, $title', async ({ name, operation, example }) => {
    const type: ProgramType = example.program ?? 'affiliate'
    const program = await createTestProgram(server, { type })
    const seeded = await seedExamples(program.api, type)
    const { body } = await sendExample(program.api.at(server.url), name, example, seeded)
    const { description } = operation.answer as { description: string }
    const [columns = ''] = String(body).slice(1).split(/\r?\n/)
    const named = (column: string) => new RegExp(`\\b${column}\\b`).test(description)
    expect(columns.split(',').filter((column) => !named(column))).toEqual([])
  })

  /** What in an answer is not as the document says; a member that it does not speak of is wrong, too. */
  function wrongIn(name: string, { status, headers, body }: ApiAnswer): string[] {
    const [method = '', path = ''] = name.split(' ')
    const place = ['paths', path, method.toLowerCase(), 'responses', String(status)]
    const type = String(headers['content-type']).replace(/;.*/, '')
    const pointer = [...place, 'content', type, 'schema']
      .map((step) => encodeURIComponent(step.replaceAll('~', '~0').replaceAll('/', '~1')))
      .join('/')
    const validate = ajv.compile({ $ref: `document#/${pointer}` })
    validate(body)
    return (validate.errors ?? []).map(({ instancePath, message, params }) =>
      [instancePath, message, JSON.stringify(params)].join(' '),
    )
  }
})

/** The schema, with every object that lists its members closed to others. */
function complete(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(complete)
  if (typeof schema !== 'object' || schema === null) return schema
  const inner = Object.fromEntries(
    Object.entries(schema).map(([name, value]) => [name, complete(value)]),
  )
  const isClosed = inner.type === 'object' && inner.properties && !inner.additionalProperties
  return isClosed ? { ...inner, additionalProperties: false } : inner
}
