import { normalizeIP } from '@fastify/rate-limit'
import type { FastifyInstance, FastifyRequest, onRequestHookHandler } from 'fastify'
import fp from 'fastify-plugin'
import { PollenError } from '../../errors/pollen-error.js'

interface Limit {
  /** The same on every node, another for every limit. */
  name: string
  /** 0 for no limit. */
  perMinute: number
  /** What a request is counted under; `undefined` where this limit is not meant for it. */
  countBy(request: FastifyRequest): string | undefined
}

/** The address; of IPv6 the /64 network, which is what one subscriber is given. */
export const byAddress = ({ ip }: FastifyRequest): string => normalizeIP(ip)

/** Limits all requests of a part of the server. May be registered for several limits. */
export const limitRate = fp<Limit>(async (app, limit) => {
  if (limit.perMinute > 0) app.addHook('onRequest', rateLimit(app, limit))
})

/**
 * A hook that refuses what exceeds so many requests a minute with 429 and says in `Retry-After` when to
 * come again. Requires `rateCounts`.
 */
export function rateLimit(
  app: FastifyInstance,
  { name, perMinute, countBy }: Limit,
): onRequestHookHandler {
  const counter = app.rateCounter(name, perMinute)
  return (request, reply, done) => {
    const sender = countBy(request)
    if (sender === undefined) return done()
    const { used, endsInMs } = counter.count(sender)
    if (used <= perMinute) return done()
    reply.header('retry-after', Math.ceil(endsInMs / 1000))
    done(new PollenError('too_many_requests'))
  }
}
