import fp from 'fastify-plugin'
import { LRUCache } from 'lru-cache'

/** Where events came from that were refused, lately. */
export interface RefusedOrigin {
  origin: string
  /** When last, in milliseconds since the epoch. */
  at: number
  /** How often, since this node began or remembers. */
  count: number
}

declare module 'fastify' {
  interface FastifyInstance {
    refusedOrigins: {
      note(programId: string, origin: string): void
      /** The last one first. */
      of(programId: string): RefusedOrigin[]
    }
  }
}

/** Programs that are remembered, and origins of each: three megabytes at most. */
const MOST_PROGRAMS = 1_000
const MOST_ORIGINS = 20

/** Longer ones are nobody's site. */
const LONGEST_ORIGIN = 255

/**
 * Remembers which pages' events this node refused, so that a merchant who installs the script reads
 * what is wrong. Nothing of it is stored: anybody can make such requests, as many as they like.
 */
export const refusedOrigins = fp(async (app) => {
  const programs = new LRUCache<string, LRUCache<string, RefusedOrigin>>({ max: MOST_PROGRAMS })

  app.decorate('refusedOrigins', {
    note(programId, origin) {
      if (origin.length > LONGEST_ORIGIN) return
      const refused =
        programs.get(programId) ?? new LRUCache<string, RefusedOrigin>({ max: MOST_ORIGINS })
      programs.set(programId, refused)
      const { count } = refused.get(origin) ?? { count: 0 }
      refused.set(origin, { origin, at: Date.now(), count: count + 1 })
    },
    of: (programId) => [...(programs.get(programId)?.values() ?? [])],
  })
})
