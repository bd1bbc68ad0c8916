import fp from 'fastify-plugin'
import { PollenError } from '../errors/pollen-error.js'

/**
 * Lets a stopping server end soon, and well: what was under way is finished, what still comes over open
 * connections is told to come again. Both with `Connection: close`, for a client that kept its
 * connection would otherwise keep the server as well, up to 72 seconds.
 */
export const stopping = fp(async (app) => {
  let isStopping = false
  app.addHook('preClose', async () => {
    isStopping = true
  })
  app.addHook('onRequest', (_request, _reply, done) => {
    done(isStopping ? new PollenError('stopping') : undefined)
  })
  app.addHook('onSend', (_request, reply, _payload, done) => {
    if (isStopping) reply.header('connection', 'close')
    done()
  })
})
