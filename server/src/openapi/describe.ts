import { type TSchema, Type } from 'typebox'
import type { Answer, Example, JsonAnswer, Operation } from './operation.js'
import { operations } from './operations.js'
import { type RecordName, records } from './records.js'

const METHODS = ['get', 'post', 'put', 'delete'] as const

/** As much of an OpenAPI 3.1 document as is touched here: https://spec.openapis.org/oas/v3.1.1 */
export interface Document {
  paths?: Record<string, Partial<Record<(typeof METHODS)[number], Route>>>
  components?: object
}

interface Route {
  operationId?: string
  summary?: string
  description?: string
  tags?: string[]
  security?: object[]
  parameters?: Parameter[]
  requestBody?: { content: Record<string, { examples?: Record<string, object> }> }
  responses?: Record<string, object>
}

interface Parameter {
  name: string
  in: string
  schema?: { type?: string }
  example?: unknown
  style?: string
  explode?: boolean
}

/**
 * Adds to a document that was made from the routes' schemas what those do not say: what comes back, who
 * may ask, in which chapter it stands, and examples.
 *
 * @param document Changed in place.
 * @throws When a route is not described, or something is that is no route.
 */
export function describe(document: Document): void {
  const routes = Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const route = item[method]
      return route ? [{ name: `${method.toUpperCase()} ${path}`, route }] : []
    }),
  )
  assertSame(
    routes.map(({ name }) => name),
    Object.keys(operations),
  )
  for (const { name, route } of routes) {
    const operation = operations[name]
    if (operation) describeOperation(route, operation, name)
  }
  document.components = { ...document.components, schemas: { ...records, ...envelopes }, responses }
}

function assertSame(routes: string[], described: string[]): void {
  const missing = routes.filter((name) => !described.includes(name))
  if (missing.length > 0) throw new Error(`Not described: ${missing.join(', ')}.`)
  const extra = described.filter((name) => !routes.includes(name))
  if (extra.length > 0) throw new Error(`Described, but no route: ${extra.join(', ')}.`)
}

function describeOperation(
  route: Route,
  {
    summary,
    description,
    tag,
    answer,
    status = 200,
    access,
    examples,
  }: Operation & { tag: string },
  name: string,
): void {
  route.operationId = operationId(name)
  route.summary = summary
  if (description) route.description = description
  route.tags = [tag]
  if (access) route.security = access === 'session' ? [{ session: [] }] : []
  route.responses = {
    [status]: {
      description: 'All is well.',
      content: contentOf(answer),
    },
    '4XX': { $ref: '#/components/responses/Refused' },
    '429': { $ref: '#/components/responses/TooMany' },
    '5XX': { $ref: '#/components/responses/Failed' },
  }
  for (const parameter of route.parameters ?? []) describeParameter(parameter, examples)
  describeBody(route, examples)
}

/** `getPartnersId` of `GET /v1/partners/{id}`. */
const operationId = (name: string): string =>
  name
    .replace(/ \/(?:(pub|auth)\/)?v1/, (_, area = '') => ` ${area.replace('pub', 'public')}`)
    .split(/\W|_/)
    .filter(Boolean)
    .map((word, index) =>
      index === 0 ? word.toLowerCase() : word[0]?.toUpperCase() + word.slice(1),
    )
    .join('')

function describeParameter(parameter: Parameter, examples: Example[]): void {
  const { name } = parameter
  const value = examples
    .map(({ path, query }) => (parameter.in === 'path' ? path : query)?.[name])
    .find((given) => given !== undefined)
  if (value !== undefined) parameter.example = value
  // A filter such as partner[key] may come in a body, where it is an object.
  if (parameter.in === 'query' && parameter.schema?.type === 'object') {
    parameter.style = 'deepObject'
    parameter.explode = true
  }
}

function describeBody({ requestBody }: Route, examples: Example[]): void {
  const media = requestBody?.content['application/json']
  const shown = examples.filter(({ body }) => body !== undefined)
  if (!media || shown.length === 0) return
  media.examples = Object.fromEntries(
    shown.map(({ title, body }) => [
      title.replaceAll(/\W+/g, '_'),
      { summary: title, value: body },
    ]),
  )
}

const reference = (name: RecordName | keyof typeof envelopes): TSchema =>
  Type.Unsafe({ $ref: `#/components/schemas/${name}` })

const SUCCESS = { status: Type.Literal(1) }

const contentOf = (answer: Answer) =>
  typeof answer === 'object' && 'text' in answer
    ? { [answer.text]: { schema: Type.String({ description: answer.description }) } }
    : { 'application/json': { schema: bodyOf(answer) } }

/** The schema of a whole body. */
function bodyOf(answer: JsonAnswer): TSchema {
  if (answer === 'done') return reference('Done')
  if (typeof answer === 'string') return Type.Object({ data: reference(answer), ...SUCCESS })
  if ('raw' in answer) return answer.raw
  if ('rows' in answer) return rowsOf(answer.rows)
  if ('list' in answer) return pageOf([answer.list].flat())
  return Type.Union(
    answer.any.map((one) => (one === 'nothing' ? reference('NothingRecorded') : bodyOf(one))),
  )
}

const rowsOf = (name: RecordName) => Type.Object({ data: Type.Array(reference(name)), ...SUCCESS })

const pageOf = (names: RecordName[]) => {
  const [only, ...others] = names.map(reference)
  const row = others.length > 0 && only ? Type.Union([only, ...others]) : only
  return Type.Object({
    data: Type.Array(row ?? Type.Unknown()),
    links: reference('PageLinks'),
    meta: reference('PageMeta'),
    ...SUCCESS,
  })
}

const UrlOrNull = Type.Union([Type.String(), Type.Null()])
const IndexOrNull = Type.Union([Type.Integer(), Type.Null()])
const Reasons = Type.Unsafe<Record<string, string[]>>({
  type: 'object',
  additionalProperties: { type: 'array', items: { type: 'string' } },
  description: 'By the name of the field.',
})

/** What stands around records. */
const envelopes = {
  Done: Type.Object({ ...SUCCESS, message: Type.Optional(Type.String()) }),
  Error: Type.Object({
    message: Type.String({ description: 'What is wrong, in a sentence.' }),
    errors: Reasons,
    status: Type.Literal(0),
  }),
  NothingRecorded: Type.Object(
    { message: Type.String(), errors: Reasons, status: Type.Literal(0) },
    {
      description:
        'Who was named is not there, so nothing was recorded. It is no error: a back end may send every sign-up and every sale, whoever it is of.',
    },
  ),
  PageLinks: Type.Object({
    first: Type.String(),
    last: Type.Null(),
    prev: UrlOrNull,
    next: Type.Union([Type.String(), Type.Null()], {
      description: 'Of the next page, with all that was asked; null on the last one.',
    }),
  }),
  PageMeta: Type.Object({
    current_page: Type.Integer(),
    from: IndexOrNull,
    path: Type.String(),
    per_page: Type.Integer(),
    to: IndexOrNull,
  }),
}

const errorResponse = (description: string) => ({
  description,
  content: {
    'application/json': { schema: { $ref: '#/components/schemas/Error' } },
  },
})

const responses = {
  Refused: errorResponse('Something about the request is wrong: what, and what would be right.'),
  Failed: errorResponse('Something went wrong on our side.'),
  TooMany: {
    ...errorResponse('Too many requests.'),
    headers: {
      'Retry-After': { description: 'Seconds until the next.', schema: { type: 'integer' } },
    },
  },
}
