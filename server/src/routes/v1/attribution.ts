import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { attributionRecord } from '../../records/attribution-record.js'
import { RecordPath } from '../../schemas/identifiers.js'
import { existingCustomer } from './existing-customer.js'
import { notNewsletter } from './not-newsletter.js'

/** Why somebody has the credit for a customer. */
export const attribution: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    '/customers/:id/attribution',
    { schema: { params: RecordPath }, preHandler: notNewsletter },
    async ({ program, params }) => {
      const customer = await existingCustomer(app.db, program, params.id)
      return { data: await attributionRecord(app.db, program, customer), status: 1 }
    },
  )
}
