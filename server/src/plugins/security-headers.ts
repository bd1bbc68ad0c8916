import helmet from '@fastify/helmet'
import fp from 'fastify-plugin'

/**
 * Security headers, see https://github.com/fastify/fastify-helmet. Nothing we answer is a page, so a
 * browser that is led to show it as one may load nothing from it.
 */
export const securityHeaders = fp(async (app) => {
  await app.register(helmet, {
    contentSecurityPolicy: {
      directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
      useDefaults: false,
    },
    // Scripts and events are for the pages of other origins.
    crossOriginResourcePolicy: { policy: 'cross-origin' },
    // Whether a whole host is https-only is for whoever runs it to say.
    strictTransportSecurity: false,
  })
})
