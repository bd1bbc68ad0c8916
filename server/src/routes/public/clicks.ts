import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { recordClick } from '../../domain/record-click.js'
import { ClickBody, ProgramPath } from '../../schemas/public.js'
import { EVENT_BODY_LIMIT } from './event-body-limit.js'
import { publicReferrer } from './public-referrer.js'

/** A visitor came by a referral link. */
export const clicks: FastifyPluginAsyncTypebox = async (app) => {
  app.post(
    '/programs/:program_id/clicks',
    { schema: { params: ProgramPath, body: ClickBody }, bodyLimit: EVENT_BODY_LIMIT },
    async (request, reply) => {
      const { id, key, url, referrer, session, at } = request.body
      const click = { id, key, url, referrer, session, at }
      const { isNew, referrer: credited } = await recordClick(
        app.db,
        request.program,
        click,
        Date.now(),
      )
      return reply
        .code(isNew ? 201 : 200)
        .send({ data: { partner: publicReferrer(credited) }, status: 1 })
    },
  )
}
