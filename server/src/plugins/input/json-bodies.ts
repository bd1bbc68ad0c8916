import type { FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'

/**
 * Reads bodies the way existing clients send them: JSON on GET and DELETE as well, an empty body
 * beside a Content-Type of JSON, and from browsers JSON as text/plain, which needs no CORS preflight
 * (https://fetch.spec.whatwg.org/#cors-safelisted-request-header).
 */
export const jsonBodies = fp(async (app) => {
  app.addHttpMethod('GET', { hasBody: true, overrideExisting: true })

  const parse = app.getDefaultJsonParser('ignore', 'ignore')
  const parseWarily = app.getDefaultJsonParser('error', 'error')
  app.removeAllContentTypeParsers()
  app.addContentTypeParser(
    ['application/json', 'text/plain'],
    { parseAs: 'string' },
    (request: FastifyRequest, body: string, done) => {
      if (body.trim() === '') done(null, undefined)
      else (mayPoison(body) ? parseWarily : parse)(request, body, done)
    },
  )
})

/**
 * Whether a body may have a member that reaches the prototype of objects, `__proto__` or `constructor`,
 * perhaps written with escapes. Looking closely takes longer than parsing; this does not.
 */
const mayPoison = (body: string): boolean =>
  body.includes('__proto__') || body.includes('constructor') || body.includes('\\u')
