import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { PollenError } from '../../errors/pollen-error.js'
import { couponRecord } from '../../records/coupon-record.js'
import { customerRowRecords } from '../../records/customer-records.js'
import { leadRecords } from '../../records/lead-records.js'
import { partnerRowRecord } from '../../records/partner-record.js'
import { payoutRequestRecords } from '../../records/payout-request-records.js'
import { promotionCodeRecords } from '../../records/promotion-code-records.js'
import { rewardRecords } from '../../records/reward-record.js'
import { subscriberRecords } from '../../records/subscriber-records.js'
import { transactionRecords } from '../../records/transaction-records.js'
import { webhookRecord } from '../../records/webhook-record.js'
import { CouponsQuery, PromotionCodesQuery } from '../../schemas/coupons.js'
import { CustomersCsvQuery } from '../../schemas/customers.js'
import { LeadsQuery } from '../../schemas/leads.js'
import { PartnersQuery } from '../../schemas/partners.js'
import { PayoutsSearch } from '../../schemas/payout-requests.js'
import { RewardsQuery } from '../../schemas/rewards.js'
import { SubscribersSearch } from '../../schemas/subscribers.js'
import { TransactionsQuery } from '../../schemas/transactions.js'
import { WebhooksQuery } from '../../schemas/webhooks.js'
import { listCoupons } from '../../store/coupons.js'
import { listCustomers } from '../../store/customers.js'
import type { ProgramRow } from '../../store/database.js'
import { listLeads } from '../../store/leads.js'
import { listPartners } from '../../store/partners.js'
import { listPayoutRequests } from '../../store/payout-requests.js'
import { listPromotionCodes } from '../../store/promotion-codes.js'
import { listProgramRewards } from '../../store/rewards.js'
import { listSubscribers } from '../../store/subscribers.js'
import { listTransactions } from '../../store/transactions.js'
import { listWebhooks } from '../../store/webhooks.js'
import { newsletterOnly } from './newsletter-only.js'
import { notNewsletter } from './not-newsletter.js'
import { partnerFilter } from './partner-filter.js'
import { promotionCodeFilters } from './promotion-code-filters.js'
import { sendCsv } from './send-csv.js'
import { subscriberFilters } from './subscriber-filters.js'
import { transactionFilters } from './transaction-filters.js'

const PARTNER = 'id key email name surname status tags referral_link created_at'.split(' ')
const CUSTOMER = 'id key email name surname status partner tags flags created_at'.split(' ')
const FRIEND = 'id key email name surname status flags referral_link created_at'.split(' ')
const COUPON =
  'uuid_code name active coupon_discount_type coupon_discount_amount times_redeemed created_at'.split(
    ' ',
  )
const LEAD = 'id status name email partner_id partner_email customer created_at'.split(' ')
const PAYOUT = 'id status partner_id partner_email partner_name amount amount_units gateway'.split(
  ' ',
)
const PROMOTION_CODE = 'code coupon partner_id partner_name times_redeemed created_at'.split(' ')
const REWARD = 'id key state beneficiary amount amount_units reversed_amount'.split(' ')
const SALE = 'key action status amount amount_units refunded_amount discount_code'.split(' ')
const SUBSCRIBER =
  'id key email name status approved is_referred referrals_count share_link created_at'.split(' ')
/** Without the secret that their messages are signed with. */
const WEBHOOK = 'key name url is_active events notice created_at'.split(' ')

/** A file has no pages. */
const PAGE = ['limit', 'page'] as const

const ofTime = ({ created_at, uid }: { created_at: number; uid: string }) => [created_at, uid]

/** Lists as files for spreadsheets, with the lists' own filters. */
export const csv: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    '/partners.csv',
    { schema: { querystring: Type.Omit(PartnersQuery, PAGE) }, preHandler: affiliateOnly },
    async ({ program, query }, reply) =>
      sendCsv(reply, {
        name: 'partners',
        columns: PARTNER,
        sort: query.sort,
        list: (page) => listPartners(app.db, program.program_id, page, query),
        keyOf: ofTime,
        toRecords: (rows) => rows.map((row) => partnerRowRecord(program, row)),
      }),
  )

  app.get(
    '/customers.csv',
    { schema: { querystring: Type.Omit(CustomersCsvQuery, PAGE) }, preHandler: notNewsletter },
    async ({ program, query }, reply) => {
      const filters = {
        referrerUid: await partnerFilter(app.db, program, query),
        isReferred: query.refer_status && query.refer_status === 'referred',
        terms: query,
      }
      return sendCsv(reply, {
        name: 'customers',
        columns: program.type === 'affiliate' ? CUSTOMER : FRIEND,
        sort: query.sort,
        list: (page) => listCustomers(app.db, program.program_id, page, filters),
        keyOf: ofTime,
        toRecords: (rows) => customerRowRecords(app.db, program, rows),
      })
    },
  )

  app.get(
    '/transactions.csv',
    { schema: { querystring: Type.Omit(TransactionsQuery, PAGE) }, preHandler: notNewsletter },
    async ({ program, query }, reply) => {
      const filters = { ...(await transactionFilters(app.db, program, query)), state: query.state }
      return sendCsv(reply, {
        name: 'transactions',
        columns: [...SALE, ...peopleOf(program), 'created_at'],
        sort: query.sort,
        list: (page) => listTransactions(app.db, program.program_id, page, filters),
        keyOf: ofTime,
        toRecords: (rows) => transactionRecords(app.db, program, rows),
      })
    },
  )

  app.get(
    '/rewards.csv',
    { schema: { querystring: Type.Omit(RewardsQuery, PAGE) }, preHandler: notNewsletter },
    async ({ program, query }, reply) => {
      const now = Date.now()
      const filters = { ...(await transactionFilters(app.db, program, query)), state: query.state }
      return sendCsv(reply, {
        name: 'rewards',
        columns: [...REWARD, ...peopleOf(program), 'note', 'created_at', 'approved_at', 'paid_at'],
        sort: query.sort,
        list: (page) => listProgramRewards(app.db, program.program_id, page, filters, now),
        keyOf: ofTime,
        toRecords: (rows) => rewardRecords(app.db, program, rows, now),
      })
    },
  )

  app.get(
    '/payout_requests.csv',
    { schema: { querystring: Type.Omit(PayoutsSearch, PAGE) }, preHandler: affiliateOnly },
    async ({ program, query }, reply) => {
      const filters = {
        partnerUid: await partnerFilter(app.db, program, query),
        status: query.status,
        currency: query.amount_units?.toUpperCase(),
      }
      return sendCsv(reply, {
        name: 'payout_requests',
        columns: [...PAYOUT, 'created_at', 'paid_at'],
        sort: query.sort,
        list: (page) => listPayoutRequests(app.db, program.program_id, page, filters),
        keyOf: ({ number }) => [number],
        toRecords: async (rows) => {
          const records = await payoutRequestRecords(app.db, program, rows)
          return records.map(({ partner, ...record }) => ({
            ...record,
            partner_id: partner?.id,
            partner_email: partner?.email,
            partner_name: partner?.name,
          }))
        },
      })
    },
  )

  app.get(
    '/leads.csv',
    { schema: { querystring: Type.Omit(LeadsQuery, PAGE) }, preHandler: affiliateOnly },
    async ({ program, query }, reply) => {
      const filters = { ...query, partnerUid: await partnerFilter(app.db, program, query) }
      return sendCsv(reply, {
        name: 'leads',
        columns: LEAD,
        sort: query.sort,
        list: (page) => listLeads(app.db, program.program_id, page, filters),
        keyOf: ({ number }) => [number],
        toRecords: async (rows) => {
          const records = await leadRecords(app.db, program, rows)
          return records.map(({ lead_info, submitter, converted_to, ...record }) => ({
            ...record,
            ...lead_info,
            partner_id: submitter?.id,
            partner_email: submitter?.email,
            customer: converted_to?.key,
          }))
        },
      })
    },
  )

  app.get(
    '/coupons.csv',
    { schema: { querystring: Type.Omit(CouponsQuery, PAGE) }, preHandler: notNewsletter },
    async ({ program, query }, reply) =>
      sendCsv(reply, {
        name: 'coupons',
        columns: COUPON,
        sort: query.sort,
        list: (page) => listCoupons(app.db, program.program_id, page, query),
        keyOf: ({ number }) => [number],
        toRecords: (rows) => rows.map(couponRecord),
      }),
  )

  app.get(
    '/promotion-codes.csv',
    { schema: { querystring: Type.Omit(PromotionCodesQuery, PAGE) } },
    async ({ program, query }, reply) => {
      const filters = await promotionCodeFilters(app.db, program, query)
      return sendCsv(reply, {
        name: 'promotion-codes',
        columns: PROMOTION_CODE,
        sort: query.sort,
        list: (page) => listPromotionCodes(app.db, program.program_id, page, filters),
        keyOf: ({ uid }) => [uid],
        toRecords: async (rows) => {
          const records = await promotionCodeRecords(app.db, program, rows)
          return records.map(({ coupon, coupon_specific_partners: partner, ...record }) => ({
            ...record,
            coupon: coupon?.name,
            ...('id' in partner && { partner_id: partner.id, partner_name: partner.full_name }),
          }))
        },
      })
    },
  )

  app.get(
    '/webhooks.csv',
    { schema: { querystring: Type.Omit(WebhooksQuery, PAGE) } },
    async ({ program, query }, reply) => {
      const filters = { ...query, isActive: query.is_active }
      return sendCsv(reply, {
        name: 'webhooks',
        columns: WEBHOOK,
        sort: query.sort,
        list: (page) => listWebhooks(app.db, program.program_id, page, filters),
        keyOf: ({ uid }) => [uid],
        toRecords: (rows) => rows.map(webhookRecord),
      })
    },
  )

  app.get(
    '/subscribers.csv',
    { schema: { querystring: Type.Omit(SubscribersSearch, PAGE) }, preHandler: newsletterOnly },
    async ({ program, query }, reply) =>
      sendCsv(reply, {
        name: 'subscribers',
        columns: SUBSCRIBER,
        sort: query.sort,
        list: (page) => listSubscribers(app.db, program.program_id, page, subscriberFilters(query)),
        keyOf: ofTime,
        toRecords: (rows) => subscriberRecords(app.db, program, rows),
      }),
  )
}

const peopleOf = ({ type }: ProgramRow) =>
  type === 'affiliate' ? ['customer', 'partner'] : ['referred_customer', 'customer']

async function affiliateOnly({ program }: { program: ProgramRow }): Promise<void> {
  if (program.type !== 'affiliate') throw new PollenError('affiliate_only')
}
