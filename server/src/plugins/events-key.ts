import fp from 'fastify-plugin'
import { authenticate, type Opened } from './authenticate.js'

declare module 'fastify' {
  interface FastifyRequest {
    /** What the key opens that a proxy or an app reports events with; browsers bring none. */
    eventsKey: Opened | undefined
  }
  interface FastifyContextConfig {
    /** Whether what stands behind `Bearer` is a widget token here, and no API key. */
    takesWidgetToken?: boolean
  }
}

/** Knows who reports for many visitors from one address by an API key with the scope `events`. */
export const eventsKey = fp(async (app) => {
  app.decorateRequest('eventsKey')
  app.addHook('onRequest', async (request) => {
    if (request.routeOptions.config.takesWidgetToken) return
    request.eventsKey = await authenticate(app.db, request, 'events')
  })
})
