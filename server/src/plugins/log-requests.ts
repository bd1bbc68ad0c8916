import fp from 'fastify-plugin'

/** Header of every answer: the id under which the log speaks of the request. */
export const REQUEST_ID = 'x-request-id'

/**
 * One line per request, with nothing in it that tells of a person: the pattern of the route instead of
 * the path, no query, no headers. Only failures of ours show at the default level; of a
 * 503 there would be thousands, all for one reason, which is logged by itself.
 */
export const logRequests = fp(async (app) => {
  app.addHook('onRequest', ({ id }, reply, done) => {
    reply.header(REQUEST_ID, id)
    done()
  })
  app.addHook('onResponse', (request, reply, done) => {
    const status = reply.statusCode
    const line = {
      method: request.method,
      route: request.routeOptions.url ?? 'unknown',
      status,
      ms: Math.round(reply.elapsedTime),
    }
    if (status >= 500 && status !== 503) request.log.error(line, 'answered')
    else request.log.debug(line, 'answered')
    done()
  })
})
