import type { FastifySchemaValidationError } from 'fastify'
import type { FieldErrors } from '../../errors/pollen-error.js'

type Rule = FastifySchemaValidationError

/** What would be right, per keyword of JSON Schema; `params` are Ajv's. */
const sentences: Record<string, (params: Rule['params']) => string> = {
  required: () => 'is required',
  minLength: () => 'must not be empty',
  maxLength: ({ limit }) => `must have at most ${limit} characters`,
  minimum: ({ limit }) => `must be at least ${limit}`,
  maximum: ({ limit }) => `must be at most ${limit}`,
  minItems: ({ limit }) => `must have at least ${limit} entries`,
  maxItems: ({ limit }) => `must have at most ${limit} entries`,
  enum: ({ allowedValues }) => `must be one of ${[allowedValues].flat().join(', ')}`,
  type: ({ type }) => `must be ${[type].flat().map(withArticle).join(' or ')}`,
}

const withArticle = (type: unknown) => (/^[aeiou]/.test(String(type)) ? `an ${type}` : `a ${type}`)

/** Ajv's list of broken rules as fields and reasons, each reason a sentence about its field. */
export function fieldErrors(rules: Rule[]): FieldErrors {
  const fields: FieldErrors = {}
  for (const rule of rules) {
    const field = fieldOf(rule)
    const reason = `The ${field} ${reasonOf(rule)}.`
    const reasons = fields[field] ?? []
    fields[field] = reasons.includes(reason) ? reasons : [...reasons, reason]
  }
  return fields
}

function fieldOf({ instancePath, keyword, params }: Rule): string {
  const path = instancePath.split('/').slice(1).map(unescapePointer)
  const missing = keyword === 'required' ? [String(params.missingProperty)] : []
  return [...path, ...missing].join('.') || 'body'
}

/**
 * A pattern says nothing to people, so where a value breaks one, the description beside it tells what
 * is right (`an e-mail address, such as jane@example.com`). Ajv hands it over by its option `verbose`.
 */
function reasonOf(rule: Rule & { parentSchema?: { description?: string } }): string {
  const sentence = sentences[rule.keyword]
  if (sentence) return sentence(rule.params)
  return `must be ${rule.parentSchema?.description ?? 'something else'}`
}

/** https://www.rfc-editor.org/rfc/rfc6901#section-3 */
const unescapePointer = (token: string) => token.replaceAll('~1', '/').replaceAll('~0', '~')
