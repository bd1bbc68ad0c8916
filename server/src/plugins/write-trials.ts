import fp from 'fastify-plugin'
import { PollenError } from '../errors/pollen-error.js'
import { isUnavailable } from '../store/errors/is-unavailable.js'
import { tryWriting } from '../store/try-writing.js'

declare module 'fastify' {
  interface FastifyInstance {
    writeTrials: {
      /** A request was refused because the database could not be used. */
      doubt(): void
      /** Whether the database takes writes, as far as is known. */
      passed(): Promise<boolean>
    }
  }
}

/** A disk may fill up, or a primary step down, while nobody writes. */
const TRY_EVERY_MS = 60_000

/** However often and by however many it is asked, an ailing database is tried once in this time. */
const TRY_AGAIN_AFTER_MS = 500

/**
 * Knows whether the database takes writes. While requests succeed, a trial a minute is enough and nobody
 * waits for it; once one was refused, only a trial that succeeds says that it is over.
 */
export const writeTrials = fp(async (app) => {
  // Nothing is known yet.
  let doubts = 1
  let dispelled = 0
  let triedAt = Number.NEGATIVE_INFINITY
  let trial: Promise<void> | undefined

  async function attempt(): Promise<void> {
    const known = doubts
    triedAt = performance.now()
    try {
      await tryWriting(app.db)
    } catch (error) {
      // What else fails, such as for want of rights, says nothing about the database.
      if (isUnavailable(error) || error instanceof PollenError) return app.writeTrials.doubt()
    }
    dispelled = known
  }

  app.decorate('writeTrials', {
    doubt() {
      doubts += 1
    },
    async passed() {
      const isSure = doubts === dispelled
      const isDue = performance.now() - triedAt > (isSure ? TRY_EVERY_MS : TRY_AGAIN_AFTER_MS)
      if (isDue) {
        trial ??= attempt().finally(() => {
          trial = undefined
        })
      }
      if (!isSure) await trial
      return doubts === dispelled
    },
  })
})
