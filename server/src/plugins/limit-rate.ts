import rateLimit from '@fastify/rate-limit'
import fp from 'fastify-plugin'

/**
 * Limits requests per address and minute, see https://github.com/fastify/fastify-rate-limit.
 *
 * @param perMinute 0 for no limit.
 */
export const limitRate = fp<{ perMinute: number }>(async (app, { perMinute }) => {
  if (perMinute > 0) await app.register(rateLimit, { max: perMinute, timeWindow: '1 minute' })
})
