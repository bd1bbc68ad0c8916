import cors from '@fastify/cors'
import fp from 'fastify-plugin'

/** Lets the pages of any origin send and read, without cookies; see @fastify/cors. */
export const anyOrigin = fp(async (app) => {
  await app.register(cors, {
    origin: '*',
    methods: ['GET', 'HEAD', 'POST'],
    // A day, the most that any browser honours.
    maxAge: 86_400,
  })
})
