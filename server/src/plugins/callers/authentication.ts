import cookie from '@fastify/cookie'
import type { FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import type { Access } from '../../domain/api-keys/access.js'
import type { Scope } from '../../domain/api-keys/api-key-scopes.js'
import { PollenError } from '../../errors/pollen-error.js'
import type { ProgramRow } from '../../store/database.js'
import { authenticate } from './authenticate.js'
import { authenticateSession } from './authenticate-session.js'

declare module 'fastify' {
  interface FastifyRequest {
    /** The program that the request opens, or that an event is for; behind what finds it out. */
    program: ProgramRow
    /** What the request may do there; only behind `authentication`. */
    access: Access
  }
  interface FastifyContextConfig {
    /** What an API key must be good for here; by default GET needs `read`, all else `write`. */
    scope?: Scope
  }
}

/**
 * Lets in who brings an API key or is signed in, before the body is read, and tells routes which program
 * that opens.
 */
export const authentication = fp(async (app) => {
  await app.register(cookie)
  app.decorateRequest('program')
  app.decorateRequest('access')
  app.addHook('onRequest', async (request, reply) => {
    try {
      const opened =
        (await authenticate(app.db, request, scopeOf(request))) ??
        (await authenticateSession(app, request, reply))
      if (!opened) throw new PollenError('api_key_missing')
      request.access = opened.access
      request.program = opened.program
    } catch (error) {
      // https://www.rfc-editor.org/rfc/rfc9110#section-11.6.1 wants it beside every 401.
      reply.header('www-authenticate', 'Bearer')
      throw error
    }
  })
})

const scopeOf = ({ method, routeOptions }: FastifyRequest): Scope =>
  routeOptions.config.scope ?? (method === 'GET' || method === 'HEAD' ? 'read' : 'write')
