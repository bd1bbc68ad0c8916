import rateLimits, { normalizeIP } from '@fastify/rate-limit'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import { PollenError } from '../errors/pollen-error.js'

interface Limit {
  /** 0 for no limit. */
  perMinute: number
  /** What a request is counted under; `undefined` where this limit is not meant for it. */
  countBy(request: FastifyRequest): string | undefined
}

/** The address; of IPv6 the /64 network, which is what one subscriber is given. */
export const byAddress = ({ ip }: FastifyRequest): string => normalizeIP(ip)

/** Limits all requests of a part of the server. May be registered for several limits. */
export const limitRate = fp<Limit>(async (app, limit) => {
  if (limit.perMinute > 0) app.addHook('onRequest', await rateLimit(app, limit))
})

/**
 * A hook that refuses what exceeds so many requests a minute with 429 and says in `Retry-After` when to
 * come again. See https://github.com/fastify/fastify-rate-limit.
 */
export async function rateLimit(app: FastifyInstance, { perMinute, countBy }: Limit) {
  if (!app.hasDecorator('createRateLimit')) {
    await app.register(rateLimits, { global: false, timeWindow: '1 minute' })
  }
  const count = app.createRateLimit({
    max: perMinute,
    keyGenerator: (request) => countBy(request) ?? '',
    allowList: (_request, key) => key === '',
  })
  return async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    const counted = await count(request)
    if (counted.isAllowed || !counted.isExceeded) return
    reply.header('retry-after', counted.ttlInSeconds)
    throw new PollenError('too_many_requests')
  }
}
