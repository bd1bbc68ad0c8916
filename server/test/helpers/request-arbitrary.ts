import fc, { type Arbitrary } from 'fast-check'

/** As much of JSON Schema as the routes use. */
export interface Schema {
  type?: string | string[]
  enum?: unknown[]
  const?: unknown
  anyOf?: Schema[]
  pattern?: string
  properties?: Record<string, Schema>
  required?: string[]
  additionalProperties?: Schema | boolean
  items?: Schema
  minimum?: number
  maximum?: number
}

/** What nobody should send, and somebody will. */
const hostile: Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    '',
    ' ',
    '\u0000',
    '\ud800',
    '%00',
    '../..',
    "'; drop table partner; --",
    'x'.repeat(300),
    '🦔'.repeat(200),
    '1e400',
    -1,
    0.1 + 0.2,
    1e21,
    Number.MAX_SAFE_INTEGER,
    true,
    [],
    {},
    [[[]]],
    { $ne: 1 },
    { constructor: 1 },
    '2026-13-45',
    '0000-00-00T00:00:00Z',
    '١٢٣',
  ),
  fc.jsonValue({ maxDepth: 2 }),
)

/** Values such as `schema` wants them, and now and then some that it does not. */
export function valueArbitrary(schema: Schema): Arbitrary<unknown> {
  return fc.oneof(
    { weight: 6, arbitrary: fittingArbitrary(schema) },
    { weight: 1, arbitrary: hostile },
  )
}

function fittingArbitrary(schema: Schema): Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const)
  if (schema.enum) return fc.constantFrom(...schema.enum)
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map(valueArbitrary))
  switch ([schema.type].flat()[0]) {
    case 'string':
      return textArbitrary(schema)
    case 'integer':
      return fc.integer({ min: schema.minimum ?? -3, max: Math.min(schema.maximum ?? 1e6, 1e6) })
    case 'number':
      return fc.double({ noNaN: true })
    case 'boolean':
      return fc.boolean()
    case 'array':
      return fc.array(valueArbitrary(schema.items ?? {}), { maxLength: 3 })
    case 'object':
      return objectArbitrary(schema)
    default:
      return fc.oneof(amounts, hostile)
  }
}

/** Amounts and times, which the routes leave to the domain to read. */
const amounts = fc.constantFrom<unknown>(0, 1, 9.99, '99.99', '0.001', 1_780_000_000, '2026-01-31')

/** Names that stand for somebody in a program full of examples, and texts of other kinds. */
const NAMES = [
  'partner_123',
  'ref_123',
  'john.doe@example.com',
  'customer_123',
  'alice@example.com',
  'customer_456',
  'customer_457',
  'transaction_123',
  'subscriber_123',
  'ann@example.com',
  'SUMMER',
  'JOHN10',
  'hook_123',
  'USD',
  'jpy',
  '10%',
  '2026-01-31',
  '2099-01-31T00:00:00Z',
  'https://shop.example/webhooks',
  'Secret-123',
  '0198b2f0-5e2a-7c3d-9f10-2b6f7d1c8e4a',
]

const named = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...NAMES) },
  fc.string({ maxLength: 20, unit: 'binary' }),
  fc.emailAddress(),
)

/** Of the names, those that fit a pattern: making up texts from one takes seconds. */
function textArbitrary({ pattern }: Schema): Arbitrary<string> {
  const fitting = NAMES.filter((name) => pattern && new RegExp(pattern, 'u').test(name))
  return fitting.length > 0
    ? fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...fitting) }, named)
    : named
}

function objectArbitrary({ properties = {}, required = [], additionalProperties }: Schema) {
  const members = Object.fromEntries(
    Object.entries(properties).map(([name, schema]) => [name, valueArbitrary(schema)]),
  )
  const known = fc.oneof(
    { weight: 4, arbitrary: fc.record(members, { requiredKeys: required }) },
    { weight: 1, arbitrary: fc.record(members, { requiredKeys: [] }) },
  )
  if (typeof additionalProperties !== 'object') return known
  const others = fc.dictionary(fc.string(), valueArbitrary(additionalProperties), { maxKeys: 3 })
  return fc.tuple(known, others).map(([own, more]) => ({ ...more, ...own }))
}
