import fp from 'fastify-plugin'
import { visitorHash } from '../../domain/clicks/visitor-hash.js'
import { randomText } from '../../domain/random-text.js'
import { DAY_MS } from '../../domain/time/day-ms.js'
import { agreeOnSalt, OF_ALL_PROGRAMS, SALT_LENGTH } from '../../store/daily-salts.js'
import { addRateCounts } from '../../store/rate-counts.js'
import { runRegularly } from '../tasks/run-regularly.js'
import { type RateCounter, rateCounter } from './rate-counter.js'

declare module 'fastify' {
  interface FastifyInstance {
    /** A counter for one limit. @param name The same on every node. */
    rateCounter(name: string, perMinute: number): RateCounter
  }
}

/** How long a sender may go on who has used up a limit on several nodes together. */
const TELL_EVERY_MS = 1_000

/**
 * Has all nodes count together who is near a limit: once a second they add what each of them counted to
 * one row, and hear the sum. Who is far from it costs nothing. Of addresses and keys the row has a hash.
 */
export const rateCounts = fp(async (app) => {
  const counters = new Map<string, RateCounter>()
  let salt: { day: number; text: string } | undefined

  async function saltOf(day: number): Promise<string> {
    if (salt?.day === day) return salt.text
    const text = await agreeOnSalt(app.db, OF_ALL_PROGRAMS, day, randomText(SALT_LENGTH))
    salt = { day, text }
    return text
  }

  app.decorate('rateCounter', (name, perMinute) => {
    const counter = rateCounter(perMinute)
    counters.set(name, counter)
    return counter
  })
  runRegularly(app, TELL_EVERY_MS, 'nodes could not count requests together', async () => {
    const news = [...counters].flatMap(([name, counter]) =>
      counter.news().map((one) => ({ ...one, name, counter })),
    )
    if (news.length === 0) return
    const now = Date.now()
    const text = await saltOf(Math.floor(now / DAY_MS))
    const hashed = news.map((one) => ({ ...one, hash: visitorHash(text, one.name, one.sender) }))
    const sums = await addRateCounts(
      app.db,
      hashed.map(({ hash, count }) => ({ sender_hash: hash, used: count })),
      now,
    )
    for (const { counter, sender, count, hash } of hashed) {
      counter.hear(sender, count, sums.get(hash) ?? count)
    }
  })
})
