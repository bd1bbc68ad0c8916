import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { requestPayout } from '../../domain/payouts/request-payout.js'
import { PollenError } from '../../errors/pollen-error.js'
import {
  codeRecords,
  commissionRecord,
  payoutRecords,
  referralRecord,
} from '../../records/portal-records.js'
import { PageQuery } from '../../schemas/page-query.js'
import { PayoutRequestBody } from '../../schemas/portal.js'
import { listCustomers } from '../../store/customers.js'
import { inTransaction } from '../../store/in-transaction.js'
import { listPayoutRequests } from '../../store/payout-requests.js'
import { listPromotionCodesOf } from '../../store/promotion-codes.js'
import { listRewardsOf } from '../../store/rewards.js'
import { listBuyers } from '../../store/transactions.js'
import { pageAnswer, pageOf } from '../v1/page.js'

/** Whom a partner brought, what that earned, what of it is paid out, and the partner's codes. */
export const portalLists: FastifyPluginAsyncTypebox = async (app) => {
  app.get('/referrals', { schema: { querystring: PageQuery } }, async (request) => {
    const { program, partner, query } = request
    const page = pageOf(query)
    const rows = await listCustomers(app.db, program.program_id, page, { referrerUid: partner.uid })
    return pageAnswer(request, page, rows, async (rows) => {
      const uids = rows.map(({ uid }) => uid)
      const buyers = await listBuyers(app.db, program.program_id, partner.uid, uids)
      return rows.map((row) => referralRecord(row, buyers.has(row.uid)))
    })
  })

  app.get('/commissions', { schema: { querystring: PageQuery } }, async (request) => {
    const { program, partner, query } = request
    const page = pageOf(query)
    const now = Date.now()
    const rows = await listRewardsOf(app.db, program.program_id, partner.uid, page)
    return pageAnswer(request, page, rows, (rows) => rows.map((row) => commissionRecord(row, now)))
  })

  app.get('/codes', { schema: { querystring: PageQuery } }, async (request) => {
    const { program, partner, query } = request
    const page = pageOf(query)
    const rows = await listPromotionCodesOf(app.db, program.program_id, partner.uid, page)
    return pageAnswer(request, page, rows, (rows) => codeRecords(app.db, program, rows, Date.now()))
  })

  app.get('/payouts', { schema: { querystring: PageQuery } }, async (request) => {
    const { program, partner, query } = request
    const page = pageOf(query)
    const rows = await listPayoutRequests(app.db, program.program_id, page, {
      partnerUid: partner.uid,
    })
    return pageAnswer(request, page, rows, (rows) => payoutRecords(app.db, program, rows))
  })

  app.post('/payouts', { schema: { body: PayoutRequestBody } }, async (request, reply) => {
    const { program, partner, body } = request
    if (partner.payout === null) {
      throw new PollenError('invalid', { payout: ['Say in your profile first where payouts go.'] })
    }
    const { amount_units } = body
    const payout = await inTransaction(app.db, (trx) =>
      requestPayout(trx, program, partner, { amount_units }, Date.now()),
    )
    reply.code(201)
    return { data: (await payoutRecords(app.db, program, [payout]))[0], status: 1 }
  })
}
