import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { changeNewsletterReward } from '../../domain/rewards/change-newsletter-reward.js'
import { createNewsletterReward } from '../../domain/rewards/create-newsletter-reward.js'
import { PollenError } from '../../errors/pollen-error.js'
import {
  newsletterRewardRecord,
  rewardedSubscriberRecord,
} from '../../records/newsletter-reward-record.js'
import {
  NewsletterRewardBody,
  NewsletterRewardPath,
  NewsletterRewardUpdate,
  RewardedSubscribersQuery,
} from '../../schemas/subscribers.js'
import type { ProgramRow } from '../../store/database.js'
import {
  type CountedReward,
  findNewsletterReward,
  listRewardedSubscribers,
} from '../../store/newsletter-rewards.js'
import { newsletterOnly } from './newsletter-only.js'
import { pageAnswer, pageOf } from './page.js'
import { sendCsv } from './send-csv.js'

/** What subscribers get for referring others, and who has it. */
export const newsletterRewards: FastifyPluginAsyncTypebox = async (app) => {
  app.addHook('preHandler', newsletterOnly)

  app.post('/rewards', { schema: { body: NewsletterRewardBody } }, async ({ program, body }) => {
    const reward = await createNewsletterReward(app.db, program.program_id, body, Date.now())
    return { data: newsletterRewardRecord({ ...reward, times_triggered: 0 }), status: 1 }
  })

  app.get('/rewards/:id', { schema: { params: NewsletterRewardPath } }, async (request) => {
    const { program, params } = request
    return { data: newsletterRewardRecord(await existing(program, params.id)), status: 1 }
  })

  app.put(
    '/rewards/:id',
    { schema: { params: NewsletterRewardPath, body: NewsletterRewardUpdate } },
    async ({ program, params, body }) => {
      const reward = await existing(program, params.id)
      const changed = await changeNewsletterReward(app.db, reward, body, Date.now())
      return { data: newsletterRewardRecord(changed), status: 1 }
    },
  )

  app.get(
    '/rewards/:id/subscribers',
    { schema: { params: NewsletterRewardPath, querystring: RewardedSubscribersQuery } },
    async (request) => {
      const { program, params, query } = request
      const reward = await existing(program, params.id)
      const page = pageOf(query)
      const rows = await listRewardedSubscribers(app.db, reward, page, query.email ?? '')
      return pageAnswer(request, page, rows, (rows) => rows.map(rewardedSubscriberRecord))
    },
  )

  app.get(
    '/rewards/:id/subscribers.csv',
    {
      schema: {
        params: NewsletterRewardPath,
        querystring: Type.Omit(RewardedSubscribersQuery, ['limit', 'page']),
      },
    },
    async ({ program, params, query }, reply) => {
      const reward = await existing(program, params.id)
      return sendCsv(reply, {
        name: `reward-${reward.number}`,
        columns: ['id', 'key', 'email', 'name', 'rewarded_at'],
        sort: query.sort,
        list: (page) => listRewardedSubscribers(app.db, reward, page, query.email ?? ''),
        keyOf: ({ given_at, uid }) => [given_at, uid],
        toRecords: (rows) => rows.map(rewardedSubscriberRecord),
      })
    },
  )

  async function existing({ program_id }: ProgramRow, number: number): Promise<CountedReward> {
    const reward = await findNewsletterReward(app.db, program_id, number)
    if (!reward) throw new PollenError('reward_not_found')
    return reward
  }
}
