import type { FastifyPluginAsync } from 'fastify'

/** Tells a client that its key is right, and which program it opens. */
export const test: FastifyPluginAsync = async (app) => {
  app.get('/test', async ({ program: { program_id, name, type, website } }) => ({
    data: { program: { pub_id: program_id, public_id: program_id, name, type, website } },
    status: 1,
  }))
}
