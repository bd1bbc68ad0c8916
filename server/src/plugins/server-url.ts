import type { FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'

declare module 'fastify' {
  interface FastifyInstance {
    /** The origin under which this request's client reaches us: `https://pollen.example`. */
    serverUrl(request: FastifyRequest): string
  }
}

/**
 * Tells our own origin, for URLs in answers: the configured one, else what the client asked for.
 *
 * @param publicUrl Without a slash at the end.
 */
export const serverUrl = fp<{ publicUrl: string | undefined }>(async (app, { publicUrl }) => {
  app.decorate('serverUrl', (request) => publicUrl ?? `${request.protocol}://${request.host}`)
})
