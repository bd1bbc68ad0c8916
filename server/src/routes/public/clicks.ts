import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { isAutomated } from '../../domain/clicks/is-automated.js'
import { isFromPage } from '../../plugins/events/is-from-page.js'
import { offerRecord } from '../../records/widget-records.js'
import { ClickBody, ProgramPath } from '../../schemas/public.js'
import { EVENT_BODY_LIMIT } from './event-body-limit.js'
import { publicReferrer } from './public-referrer.js'

/** A visitor came by a referral link. */
export const clicks: FastifyPluginAsyncTypebox = async (app) => {
  app.post(
    '/programs/:program_id/clicks',
    { schema: { params: ProgramPath, body: ClickBody }, bodyLimit: EVENT_BODY_LIMIT },
    async (request, reply) => {
      const now = Date.now()
      const { id, key, url, referrer, session, at, automated } = request.body
      const { 'user-agent': agent = '' } = request.headers
      const maker = { agent, isFromPage: isFromPage(request), url, automated }
      const click = {
        ...{ id, key, url, referrer, session, at },
        is_bot: isAutomated(maker) ? 1 : 0,
        visitor_hash: (await app.visitorHash(request, 'visitor', now)) ?? null,
      } as const
      const { program } = request
      const { isNew, referrer: credited } = await app.recording.clicks.add({ program, click })
      const offer = credited && (await app.friendOffer(program))
      const partner = credited
        ? { ...publicReferrer(credited), ...(offer && { offer: offerRecord(offer) }) }
        : null
      return reply.code(isNew ? 201 : 200).send({ data: { partner }, status: 1 })
    },
  )
}
