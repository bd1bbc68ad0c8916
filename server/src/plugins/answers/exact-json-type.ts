import fp from 'fastify-plugin'

/**
 * Answers JSON as exactly `application/json`. Fastify adds `; charset=utf-8`, which JSON does not have
 * (https://www.rfc-editor.org/rfc/rfc8259#section-11) and which makes Partnero's PHP client, comparing
 * the whole header, leave the body undecoded.
 */
export const exactJsonType = fp(async (app) => {
  app.addHook('onSend', (_request, reply, _payload, done) => {
    const type = reply.getHeader('content-type')
    if (String(type).startsWith('application/json')) {
      reply.header('content-type', 'application/json')
    }
    done()
  })
})
