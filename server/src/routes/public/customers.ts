import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { assertNamed } from '../../domain/customers/record-public-sign-ups.js'
import { ProgramPath, SignUpBody } from '../../schemas/public.js'
import { EVENT_BODY_LIMIT } from './event-body-limit.js'
import { publicReferrer } from './public-referrer.js'

/** A visitor signed up, says the browser. A key that is nobody's credits nobody, and is no error. */
export const customerEvents: FastifyPluginAsyncTypebox = async (app) => {
  app.post(
    '/programs/:program_id/customers',
    { schema: { params: ProgramPath, body: SignUpBody }, bodyLimit: EVENT_BODY_LIMIT },
    async (request, reply) => {
      const { program, body } = request
      const addressHash = await app.visitorHash(request, 'address', Date.now())
      const report = {
        program,
        data: { ...body.data, reportId: body.id, session: body.session, addressHash },
        key: body.key,
      }
      assertNamed(report)
      const { isNew, key, id, referrer } = await app.recording.signUps.add(report)
      return reply.code(isNew ? 201 : 200).send({
        data: { key, id, partner: publicReferrer(referrer) },
        status: 1,
      })
    },
  )
}
