import type { FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import type { Scope } from '../domain/api-key-scopes.js'
import { PollenError } from '../errors/pollen-error.js'
import type { ApiKeyRow, ProgramRow } from '../store/database.js'
import { findProgram } from '../store/programs.js'
import { authenticate } from './authenticate.js'

declare module 'fastify' {
  interface FastifyRequest {
    /** The program that the API key opens, or that an event is for; behind what finds it out. */
    program: ProgramRow
    /** The key itself; only behind `authentication`. */
    apiKey: ApiKeyRow
  }
  interface FastifyContextConfig {
    /** What an API key must be good for here; by default GET needs `read`, all else `write`. */
    scope?: Scope
  }
}

/** Lets in who brings an API key, before the body is read, and tells routes which program it opens. */
export const authentication = fp(async (app) => {
  app.decorateRequest('program')
  app.decorateRequest('apiKey')
  app.addHook('onRequest', async (request, reply) => {
    // https://www.rfc-editor.org/rfc/rfc9110#section-11.6.1 wants it beside every 401.
    reply.header('www-authenticate', 'Bearer')
    const apiKey = await authenticate(app.db, request, scopeOf(request))
    if (!apiKey) throw new PollenError('api_key_missing')
    const program = await findProgram(app.db, apiKey.program_id)
    if (!program) throw new PollenError('api_key_wrong')
    reply.removeHeader('www-authenticate')
    request.apiKey = apiKey
    request.program = program
  })
})

const scopeOf = ({ method, routeOptions }: FastifyRequest): Scope =>
  routeOptions.config.scope ?? (method === 'GET' || method === 'HEAD' ? 'read' : 'write')
