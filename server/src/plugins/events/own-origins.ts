import cors from '@fastify/cors'
import fp from 'fastify-plugin'

/**
 * Lets pages send events and show widgets, without cookies; see @fastify/cors. Which pages these
 * are, `eventProgram` decides, which knows the program.
 */
export const ownOrigins = fp(async (app) => {
  await app.register(cors, {
    origin: true,
    methods: ['GET', 'POST'],
    // Pages of other origins could not read it else.
    exposedHeaders: ['Retry-After'],
    // A day, the most that any browser honours.
    maxAge: 86_400,
    preflightContinue: true,
  })
})
