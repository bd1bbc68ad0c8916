import fp from 'fastify-plugin'

/**
 * Lets a stopping server end at once: what is under way is answered with `Connection: close`, for a
 * client that kept its connection would otherwise keep the server as well, up to 72 seconds.
 */
export const hangUpWhenStopping = fp(async (app) => {
  let isStopping = false
  app.addHook('preClose', async () => {
    isStopping = true
  })
  app.addHook('onSend', async (_request, reply) => {
    if (isStopping) reply.header('connection', 'close')
  })
})
