import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { findWidgetCustomer } from '../../domain/customers/find-widget-customer.js'
import { shareByEmail } from '../../domain/customers/share-by-email.js'
import { referralUrl } from '../../domain/partners/referral-url.js'
import { takesPublicReferrers } from '../../domain/programs/takes-public-referrers.js'
import { PollenError } from '../../errors/pollen-error.js'
import { bearer } from '../../plugins/callers/authenticate.js'
import { widgetProgramRecord, widgetRecord } from '../../records/widget-records.js'
import { ProgramPath, ReferralsQuery, ReferrerBody } from '../../schemas/public.js'
import { EVENT_BODY_LIMIT } from './event-body-limit.js'

/** What widgets show and do for customers who refer others. */
export const publicReferrals: FastifyPluginAsyncTypebox = async (app) => {
  app.addHook('preHandler', async ({ program }) => {
    if (program.type === 'affiliate') throw new PollenError('friends_only')
    if (program.type === 'newsletter') throw new PollenError('not_newsletter')
  })

  app.get(
    '/programs/:program_id/referrals',
    {
      schema: { params: ProgramPath, querystring: ReferralsQuery },
      config: { takesWidgetToken: true },
    },
    async (request, reply) => {
      const { program, query } = request
      const token = bearer(request)
      // Whoever shares a computer gets nobody else's answer from its cache.
      reply.header('cache-control', 'no-store')
      if (token === undefined) {
        return { data: await widgetProgramRecord(app.db, program, query.key), status: 1 }
      }
      const now = Date.now()
      reply.header('www-authenticate', 'Bearer')
      const customer = await findWidgetCustomer(app.db, program, token, now)
      reply.removeHeader('www-authenticate')
      return { data: await widgetRecord(app.db, program, customer, now), status: 1 }
    },
  )

  app.post(
    '/programs/:program_id/referrers',
    {
      schema: { params: ProgramPath, body: ReferrerBody },
      bodyLimit: EVENT_BODY_LIMIT,
    },
    async (request) => {
      const { program, body } = request
      if (!takesPublicReferrers(program)) throw new PollenError('public_referrers_disabled')
      const now = Date.now()
      const addressHash = await app.visitorHash(request, 'address', now)
      const key = await shareByEmail(app.db, program, { ...body, addressHash }, now)
      return { data: { link: referralUrl(program, key) }, status: 1 }
    },
  )
}
