import { normalizeIP } from '@fastify/rate-limit'
import type { FastifyRequest, onRequestHookHandler } from 'fastify'
import fp from 'fastify-plugin'
import { LRUCache } from 'lru-cache'
import { PollenError } from '../errors/pollen-error.js'

interface Limit {
  /** 0 for no limit. */
  perMinute: number
  /** What a request is counted under; `undefined` where this limit is not meant for it. */
  countBy(request: FastifyRequest): string | undefined
}

const WINDOW_MS = 60_000

/** How many senders are counted at once; the ones that were quiet the longest are forgotten first. */
const MOST_COUNTED = 10_000

/** The address; of IPv6 the /64 network, which is what one subscriber is given. */
export const byAddress = ({ ip }: FastifyRequest): string => normalizeIP(ip)

/** Limits all requests of a part of the server. May be registered for several limits. */
export const limitRate = fp<Limit>(async (app, limit) => {
  if (limit.perMinute > 0) app.addHook('onRequest', rateLimit(limit))
})

/**
 * A hook that refuses what exceeds so many requests a minute with 429 and says in `Retry-After` when to
 * come again. A sender's minute begins with the first request, and is measured by a clock that only
 * goes forward.
 */
export function rateLimit({ perMinute, countBy }: Limit): onRequestHookHandler {
  const counts = new LRUCache<string, number>({
    max: MOST_COUNTED,
    ttl: WINDOW_MS,
    noUpdateTTL: true,
  })
  return (request, reply, done) => {
    const sender = countBy(request)
    if (sender === undefined) return done()
    const count = (counts.get(sender) ?? 0) + 1
    counts.set(sender, count)
    if (count <= perMinute) return done()
    reply.header('retry-after', Math.ceil(counts.getRemainingTTL(sender) / 1000))
    done(new PollenError('too_many_requests'))
  }
}
