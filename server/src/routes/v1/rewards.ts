import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { newsletterRewardRecord } from '../../records/newsletter-reward-record.js'
import { rewardRecords } from '../../records/reward-record.js'
import { RewardsQuery } from '../../schemas/rewards.js'
import { listNewsletterRewards } from '../../store/newsletter-rewards.js'
import { listProgramRewards } from '../../store/rewards.js'
import { pageAnswer, pageOf } from './page.js'
import { transactionFilters } from './transaction-filters.js'

/** What was earned by sales; in a newsletter program, what there is to earn. */
export const rewards: FastifyPluginAsyncTypebox = async (app) => {
  app.get('/rewards', { schema: { querystring: RewardsQuery } }, async (request) => {
    const { program, query } = request
    const page = pageOf(query)
    if (program.type === 'newsletter') {
      const rows = await listNewsletterRewards(app.db, program.program_id, page)
      return pageAnswer(request, page, rows, (rows) => rows.map(newsletterRewardRecord))
    }
    const now = Date.now()
    const filters = { ...(await transactionFilters(app.db, program, query)), state: query.state }
    const rows = await listProgramRewards(app.db, program.program_id, page, filters, now)
    return pageAnswer(request, page, rows, (rows) => rewardRecords(app.db, program, rows, now))
  })
}
