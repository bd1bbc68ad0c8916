import fp from 'fastify-plugin'
import { PollenError } from '../../errors/pollen-error.js'
import { existingProgram } from '../../routes/existing-program.js'
import { assertSameOrigin } from './assert-same-origin.js'

/**
 * Tells routes whose portal a request is for. What is answered is for one person, so no cache keeps it
 * and no page of another site may show it; and no such page changes anything in a partner's name.
 */
export const portalProgram = fp(async (app) => {
  app.addHook('onRequest', async (request, reply) => {
    reply.header('cache-control', 'no-store')
    reply.header('cross-origin-resource-policy', 'same-origin')
    assertSameOrigin(request, app.serverUrl(request))
    const { program_id } = request.params as { program_id: string }
    const program = await existingProgram(app.db, program_id)
    if (program.type !== 'affiliate') throw new PollenError('program_not_found')
    request.program = program
  })
})
