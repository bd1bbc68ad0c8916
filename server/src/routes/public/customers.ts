import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { recordPublicSignUp } from '../../domain/record-public-sign-up.js'
import { PollenError } from '../../errors/pollen-error.js'
import { ProgramPath, SignUpBody } from '../../schemas/public.js'
import { inTransaction } from '../../store/in-transaction.js'
import { findReferrerByKey, findReferrerByUid } from '../../store/referrers.js'
import { EVENT_BODY_LIMIT } from './event-body-limit.js'
import { publicReferrer } from './public-referrer.js'

/** A visitor signed up, says the browser. A key that is nobody's credits nobody, and is no error. */
export const customerEvents: FastifyPluginAsyncTypebox = async (app) => {
  app.post(
    '/programs/:program_id/customers',
    { schema: { params: ProgramPath, body: SignUpBody }, bodyLimit: EVENT_BODY_LIMIT },
    async (request, reply) => {
      const { program } = request
      const { data, key } = request.body
      if (data.key === undefined && data.email === undefined) {
        throw new PollenError('invalid', { data: ['data.key or data.email is required.'] })
      }
      const referrer = key === undefined ? undefined : await findReferrerByKey(app.db, program, key)
      const now = Date.now()
      const addressHash = (await app.visitorHashes(request, now))?.address
      const { isNew, referrerUid, ...names } = await inTransaction(app.db, (trx) =>
        recordPublicSignUp(trx, program, { ...data, addressHash }, referrer, now),
      )
      const credited = referrerUid
        ? await findReferrerByUid(app.db, program, referrerUid)
        : undefined
      return reply.code(isNew ? 201 : 200).send({
        data: { ...names, partner: publicReferrer(credited) },
        status: 1,
      })
    },
  )
}
