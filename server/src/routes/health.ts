import type { FastifyPluginAsync } from 'fastify'

/** The server listens only once its database is open and up to date, so an answer means ready. */
export const health: FastifyPluginAsync = async (app) => {
  app.get('/health', async () => ({ status: 'ok' }))
}
