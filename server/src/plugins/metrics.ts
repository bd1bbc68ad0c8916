import fp from 'fastify-plugin'
import { createMetrics, type Metrics } from '../metrics.js'

declare module 'fastify' {
  interface FastifyInstance {
    /** `undefined` unless the operator asked for them: what nobody reads is not counted. */
    metrics: Metrics | undefined
  }
}

/** Counts requests and what they take, for `listenForMetrics` to tell. */
export const metrics = fp<{ isOn: boolean }>(async (app, { isOn }) => {
  const counted = isOn ? createMetrics(app.db) : undefined
  app.decorate('metrics', counted)
  if (!counted) return
  app.addHook('onResponse', async ({ method, routeOptions: { url = 'unknown' } }, reply) => {
    counted.requestAnswered(method, url, reply.statusCode, reply.elapsedTime / 1000)
  })
})
