import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import {
  approvePayout,
  markPayoutAsPaid,
  type PayoutAction,
  rejectPayout,
} from '../../domain/payouts/change-payout.js'
import { requestPayout } from '../../domain/payouts/request-payout.js'
import { PollenError } from '../../errors/pollen-error.js'
import { payoutRequestRecords } from '../../records/payout-request-records.js'
import { PageQuery } from '../../schemas/page-query.js'
import { PayoutBody, PayoutPath, PayoutsSearch } from '../../schemas/payout-requests.js'
import type { PayoutRequestRow, ProgramRow } from '../../store/database.js'
import { inTransaction } from '../../store/in-transaction.js'
import { findPayoutRequest, listPayoutRequests } from '../../store/payout-requests.js'
import { findPartner } from '../../store/statements/find-record.js'
import { pageAnswer, pageOf } from './page.js'
import { partnerFilter } from './partner-filter.js'

/** What partners are to be paid, and were. */
export const payoutRequests: FastifyPluginAsyncTypebox = async (app) => {
  app.addHook('preHandler', async ({ program }) => {
    if (program.type !== 'affiliate') throw new PollenError('affiliate_only')
  })

  app.get('/payout_requests', { schema: { querystring: PageQuery } }, async (request) => {
    const { program, query } = request
    const page = pageOf(query)
    const rows = await listPayoutRequests(app.db, program.program_id, page)
    return pageAnswer(request, page, rows, (rows) => payoutRequestRecords(app.db, program, rows))
  })

  app.get(
    '/payout_requests::search',
    { schema: { querystring: PayoutsSearch } },
    async (request) => {
      const { program, query } = request
      const page = pageOf(query)
      const rows = await listPayoutRequests(app.db, program.program_id, page, {
        partnerUid: await partnerFilter(app.db, program, query),
        status: query.status,
        currency: query.amount_units?.toUpperCase(),
      })
      return pageAnswer(request, page, rows, (rows) => payoutRequestRecords(app.db, program, rows))
    },
  )

  app.post('/payout_requests', { schema: { body: PayoutBody } }, async ({ program, body }) => {
    const partner = await findPartner(app.db, program.program_id, body.partner)
    if (!partner) throw new PollenError('invalid', { partner: ['There is no such partner.'] })
    const payout = await inTransaction(app.db, (trx) =>
      requestPayout(trx, program, partner, body, Date.now()),
    )
    return one(program, payout)
  })

  app.get('/payout_requests/:id', { schema: { params: PayoutPath } }, async (request) =>
    one(request.program, await existing(request.program, request.params.id)),
  )

  const actions = {
    approve: approvePayout,
    reject: rejectPayout,
    mark_as_paid: markPayoutAsPaid,
  }
  for (const [name, action] of Object.entries(actions)) {
    app.post(`/payout_requests/:id/${name}`, { schema: { params: PayoutPath } }, (request) =>
      act(action, request.program, request.params.id),
    )
  }

  async function existing({ program_id }: ProgramRow, number: number): Promise<PayoutRequestRow> {
    const payout = await findPayoutRequest(app.db, program_id, number)
    if (!payout) throw new PollenError('payout_request_not_found')
    return payout
  }

  async function act(action: PayoutAction, program: ProgramRow, number: number) {
    const payout = await existing(program, number)
    const changed = await inTransaction(app.db, (trx) => action(trx, program, payout, Date.now()))
    return one(program, changed)
  }

  async function one(program: ProgramRow, payout: PayoutRequestRow) {
    return { data: (await payoutRequestRecords(app.db, program, [payout]))[0], status: 1 }
  }
}
