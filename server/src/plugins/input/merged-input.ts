import type { FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import { plainInput } from './plain-input.js'

/**
 * Makes one input of query and body before it is validated, the query first, because some clients
 * send the parameters of a list or of a deletion in the body. It is the `query` of GET and DELETE and
 * the `body` of everything else.
 */
export const mergedInput = fp(async (app) => {
  app.addHook('preValidation', (request, _reply, done) => {
    request.params = plainInput(request.params)
    const query = plainInput(request.query)
    const body = plainInput(request.body)
    // What is not an object stays as it is: the schema will say so.
    const isMerged = isRecord(body) && isRecord(query) && Object.keys(query).length > 0
    const input = isMerged ? { ...body, ...nested(query) } : body
    if (takesQuery(request)) request.query = input
    else request.body = input
    done()
  })
})

/** PHP writes the members of an array into a query as `customer[id]=…`: `{ customer: { id } }`. */
function nested(query: object): Record<string, unknown> {
  const input: Record<string, unknown> = Object.create(null)
  for (const [name, value] of Object.entries(query)) {
    const [, outer, inner] = /^(\w+)\[(\w+)\]$/.exec(name) ?? []
    if (outer === undefined || inner === undefined) input[name] = value
    else input[outer] = { ...(isRecord(input[outer]) && input[outer]), [inner]: value }
  }
  return input
}

const takesQuery = ({ method }: FastifyRequest) => ['GET', 'HEAD', 'DELETE'].includes(method)

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
