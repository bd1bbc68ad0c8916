import fp from 'fastify-plugin'
import type { Kysely } from 'kysely'
import type { Database } from '../store/database.js'

declare module 'fastify' {
  interface FastifyInstance {
    db: Kysely<Database>
  }
}

/** Makes the database known to every route. */
export const database = fp<{ db: Kysely<Database> }>(async (app, { db }) => {
  app.decorate('db', db)
})
