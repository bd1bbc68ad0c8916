import fp from 'fastify-plugin'
import { authenticate, type Opened } from '../callers/authenticate.js'

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
  app.addHook('onRequest', (request, _reply, done) => {
    const isKeyless = request.headers.authorization === undefined
    if (isKeyless || request.routeOptions.config.takesWidgetToken) return done()
    authenticate(app.db, request, 'events').then((key) => {
      request.eventsKey = key
      done()
    }, done)
  })
})
