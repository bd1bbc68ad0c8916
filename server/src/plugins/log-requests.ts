import type { FastifyReply, FastifyRequest } from 'fastify'
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
  const tellsAll = ['trace', 'debug'].includes(app.log.level)
  app.addHook('onResponse', (request, reply, done) => {
    const isOurFailure = reply.statusCode >= 500 && reply.statusCode !== 503
    if (isOurFailure) request.log.error(lineOf(request, reply), 'answered')
    else if (tellsAll) request.log.debug(lineOf(request, reply), 'answered')
    done()
  })
})

const lineOf = ({ method, routeOptions }: FastifyRequest, reply: FastifyReply) => ({
  method,
  route: routeOptions.url ?? 'unknown',
  status: reply.statusCode,
  ms: Math.round(reply.elapsedTime),
})
