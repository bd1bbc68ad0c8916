import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import fp from 'fastify-plugin'
import { type Document, describe } from '../openapi/describe.js'
import { chapterDescriptions } from '../openapi/operations.js'
import { ACCOUNT_COOKIE } from './callers/session-cookie.js'

/** Addresses that the document is about; the others are for browsers and for our own pages. */
const DESCRIBED = /^\/(v1|pub\/v1|auth\/v1|health|ready)\b/

/** The page loads nothing from elsewhere; that it sets styles on elements cannot be helped. */
const PAGE_POLICY = {
  'default-src': "'self'",
  'style-src': "'self' 'unsafe-inline'",
  'img-src': "'self' data:",
  'object-src': "'none'",
  'base-uri': "'none'",
  'frame-ancestors': "'none'",
}

/**
 * The API's description, made from the schemas of the routes that are registered after this: to read
 * and try at `/docs`, for machines at `/docs/json`. See https://github.com/fastify/fastify-swagger.
 */
export const openapi = fp<{ version: string }>(async (app, { version }) => {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Pollen',
        version,
        description:
          'Who sent this customer, and what do they earn by it? Every call but those of browsers and payment providers takes the API key of a program as `Authorization: Bearer <key>`, or is made by somebody who is signed in.',
        license: { name: 'MIT', identifier: 'MIT' },
      },
      servers: [{ url: '/' }],
      tags: Object.entries(chapterDescriptions).map(([name, description]) => ({
        name,
        description,
      })),
      security: [{ apiKey: [] }, { session: [], program: [] }],
      components: {
        securitySchemes: {
          apiKey: {
            type: 'http',
            scheme: 'bearer',
            description: 'GET takes the scope `read`, everything else `write`.',
          },
          session: {
            type: 'apiKey',
            in: 'cookie',
            name: ACCOUNT_COOKIE,
            description: 'Of a person who is signed in.',
          },
          program: {
            type: 'apiKey',
            in: 'header',
            name: 'X-Pollen-Program',
            description: 'The public id of the program that somebody who is signed in is about.',
          },
        },
      },
    },
    transform: ({ schema, url, route }) => ({
      schema: {
        ...schema,
        hide: !DESCRIBED.test(url) || route.method === 'OPTIONS',
      },
      url,
    }),
    transformObject: (document) => {
      if (!('openapiObject' in document)) return document.swaggerObject
      describe(document.openapiObject as Document)
      return document.openapiObject
    },
  })
  await app.register(swaggerUi, {
    routePrefix: '/docs',
    staticCSP: PAGE_POLICY,
    theme: {
      title: 'Pollen API',
      css: [{ filename: 'pollen.css', content: '.swagger-ui .topbar { display: none }' }],
    },
    uiConfig: {
      docExpansion: 'none',
      // It would have a stranger's server read the document.
      validatorUrl: null,
    },
  })
})
