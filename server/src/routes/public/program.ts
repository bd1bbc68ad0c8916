import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { programSettings } from '../../domain/programs/program-settings.js'
import { ProgramPath } from '../../schemas/public.js'
import { listLinkDomains } from '../../store/link-domains.js'
import { existingProgram } from '../existing-program.js'
import { SETTINGS_CACHE_CONTROL } from '../settings-cache-control.js'

/** A program's settings as JSON, for trackers without a global that a script could talk to. */
export const publicProgram: FastifyPluginAsyncTypebox = async (app) => {
  app.get('/programs/:program_id', { schema: { params: ProgramPath } }, async (request, reply) => {
    const program = await existingProgram(app.db, request.params.program_id)
    reply.headers({
      'cache-control': SETTINGS_CACHE_CONTROL,
      'access-control-allow-origin': '*',
    })
    return {
      data: {
        public_id: program.program_id,
        name: program.name,
        type: program.type,
        settings: programSettings(program, await listLinkDomains(app.db, program.program_id)),
      },
      status: 1,
    }
  })
}
