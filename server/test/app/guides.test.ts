import { readdirSync, readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'

interface Schema {
  properties?: Record<string, Schema>
  items?: Schema
  anyOf?: Schema[]
}

interface Operation {
  requestBody?: { content: { 'application/json': { schema: Schema } } }
}

interface Document {
  paths: Record<string, Record<string, Operation>>
}

interface NamedRequest {
  page: string
  method: string
  path: string
  body?: string | undefined
}

const DOCS = new URL('../../../docs/', import.meta.url)

const document: Document = JSON.parse(readFileSync(new URL('openapi.json', DOCS), 'utf8'))

// As the server does: an amount may be a text, a key a number.
const ajv = new Ajv2020({ strict: false, allErrors: true, coerceTypes: true })

const pages = ['', 'guides/', 'prompts/'].flatMap((folder) =>
  readdirSync(new URL(folder, DOCS))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `${folder}${name}`),
)

/** `GET /v1/partners/{id}`, wherever it stands. */
const MENTION = /\b(GET|POST|PUT|DELETE) (\/(?:pub\/|auth\/)?v1\/[\w{}/:.-]*[\w}])/g

/** A block that holds a request and its body. */
const HTTP = /```http\n(GET|POST|PUT|DELETE) (\S+)\n([^`]*)```/g

/** `curl [-X METHOD] "$POLLEN_HOST/v1/…" … [-d 'body']`, over several lines. */
const CURL =
  /\bcurl [^\n]*?(?:\$POLLEN_HOST|https:\/\/pollen\.example)(\/v1\/[^\s"']+)((?:[^\n]*\\\n)*[^\n]*?)(?:-d '([^']*)'|\n)/g

function requestsOf(page: string): NamedRequest[] {
  const text = readFileSync(new URL(page, DOCS), 'utf8')
  const mentions = [...text.matchAll(MENTION)].map(([, method = '', path = '']) => ({
    page,
    method,
    path,
  }))
  const blocks = [...text.matchAll(HTTP)].map(([, method = '', path = '', body = '']) => ({
    page,
    method,
    path,
    body: body.trim() || undefined,
  }))
  const commands = [...text.matchAll(CURL)].map(([command, path = '', , body]) => ({
    page,
    method: /-X ([A-Z]+)/.exec(command)?.[1] ?? (body ? 'POST' : 'GET'),
    path: path.replace(/\?.*/, ''),
    body,
  }))
  return [...mentions, ...blocks, ...commands]
}

/** The operation of a path with or without its parameters filled in; a literal path goes first. */
function operationOf({ method, path }: NamedRequest): Operation | undefined {
  const fits = (template: string) => {
    const wanted = template.split('/')
    const given = path.split('/')
    return (
      wanted.length === given.length &&
      wanted.every((segment, at) => segment.startsWith('{') || segment === given[at])
    )
  }
  const template = document.paths[path] ? path : Object.keys(document.paths).find(fits)
  return template === undefined ? undefined : document.paths[template]?.[method.toLowerCase()]
}

/** Paths of the fields that a schema does not know. A schema without properties takes any. */
function unknownFields(value: unknown, schema: Schema | undefined, path = ''): string[] {
  if (Array.isArray(value)) {
    return value.flatMap((item) => unknownFields(item, schema?.items, `${path}[]`))
  }
  if (typeof value !== 'object' || value === null) return []
  const known = Object.assign(
    {},
    ...[schema, ...(schema?.anyOf ?? [])].map((each) => each?.properties),
  )
  if (Object.keys(known).length === 0) return []
  return Object.entries(value).flatMap(([name, field]) =>
    name in known ? unknownFields(field, known[name], `${path}.${name}`) : [`${path}.${name}`],
  )
}

const requests = pages.flatMap(requestsOf)

describe('The documentation', () => {
  it('names requests, in guides and prompts alike', () => {
    const named = new Set(requests.map(({ page }) => page))
    expect([...named].filter((page) => page.startsWith('prompts/')).length).toBeGreaterThan(7)
    expect([...named].filter((page) => page.startsWith('guides/')).length).toBeGreaterThan(9)
    expect(requests.filter(({ body }) => body).length).toBeGreaterThan(30)
  })

  it.each(requests)('$page names a request that exists: $method $path', (request) => {
    expect(operationOf(request)).toBeDefined()
  })

  it.each(requests.filter(({ body }) => body))(
    '$page gives $method $path a body as it takes it: $body',
    (request) => {
      const body: unknown = JSON.parse(request.body ?? '')
      const schema = operationOf(request)?.requestBody?.content['application/json'].schema ?? {}
      expect(unknownFields(body, schema)).toEqual([])
      ajv.validate(schema, body)
      expect(ajv.errors ?? []).toEqual([])
    },
  )
})
