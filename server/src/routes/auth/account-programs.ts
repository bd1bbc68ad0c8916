import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { createProgram } from '../../domain/programs/create-program.js'
import { readProgram } from '../../domain/programs/read-program.js'
import { PollenError } from '../../errors/pollen-error.js'
import { assertSameOrigin } from '../../plugins/callers/assert-same-origin.js'
import { signedInAccount } from '../../plugins/callers/signed-in-account.js'
import { programSummary } from '../../records/account-records.js'
import { ProgramBody } from '../../schemas/accounts.js'

/** New programs, made by those who look after all of them. */
export const accountPrograms: FastifyPluginAsyncTypebox = async (app) => {
  app.addHook('onRequest', async (request) => {
    assertSameOrigin(request, app.serverUrl(request))
  })

  app.post('/programs', { schema: { body: ProgramBody } }, async (request, reply) => {
    const { account } = await signedInAccount(app, request, reply)
    if (account.every_program !== 1) throw new PollenError('programs_limited')
    const { program, apiKey } = await createProgram(app.db, readProgram(request.body), Date.now())
    return { data: { program: programSummary(program), api_key: apiKey }, status: 1 }
  })
}
