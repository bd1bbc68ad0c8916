import fp from 'fastify-plugin'
import { LRUCache } from 'lru-cache'
import { type Offer, programOffer } from '../../domain/commissions/program-offer.js'
import type { ProgramRow } from '../../store/database.js'

declare module 'fastify' {
  interface FastifyInstance {
    /** What a program promises to whoever buys after a referral, if anything. */
    friendOffer(program: ProgramRow): Promise<Offer | undefined>
  }
}

/** Programs whose offers are remembered, some hundred bytes each. */
const MOST_KNOWN = 5000

/** As soon as what else of a program was changed. */
const FRESH_FOR_MS = 2000

/** Remembers offers for some seconds, so that not every click reads the rules of its program. */
export const friendOffers = fp(async (app) => {
  const known = new LRUCache<string, { friend: Offer | undefined }>({
    max: MOST_KNOWN,
    ttl: FRESH_FOR_MS,
  })

  app.decorate('friendOffer', async (program) => {
    const remembered = known.get(program.program_id)
    if (remembered) return remembered.friend
    const { friend } = await programOffer(app.db, program)
    known.set(program.program_id, { friend })
    return friend
  })
})
