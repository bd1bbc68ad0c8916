import type { FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import { hashApiKey, programIdOfApiKey } from '../domain/api-key.js'
import { PollenError } from '../errors/pollen-error.js'
import { findProgramByApiKey } from '../store/api-keys.js'
import type { ProgramRow } from '../store/database.js'

declare module 'fastify' {
  interface FastifyRequest {
    /** The program that the API key opens; only behind `authentication`. */
    program: ProgramRow
  }
}

/** Lets in who brings an API key, before the body is read, and tells routes which program it opens. */
export const authentication = fp(async (app) => {
  app.decorateRequest('program')
  app.addHook('onRequest', async (request, reply) => {
    // https://www.rfc-editor.org/rfc/rfc9110#section-11.6.1 wants it beside every 401.
    reply.header('www-authenticate', 'Bearer')
    const key = bearer(request)
    if (key === undefined) throw new PollenError('api_key_missing')
    const programId = programIdOfApiKey(key)
    const program = programId && (await findProgramByApiKey(app.db, programId, hashApiKey(key)))
    if (!program) throw new PollenError('api_key_wrong')
    reply.removeHeader('www-authenticate')
    request.program = program
  })
})

/** https://www.rfc-editor.org/rfc/rfc6750#section-2.1; the scheme's name is written in any case. */
const bearer = ({ headers }: FastifyRequest): string | undefined =>
  /^bearer\s+(\S+)\s*$/i.exec(headers.authorization ?? '')?.[1]
