import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { createNewsletterReward } from '../../domain/rewards/create-newsletter-reward.js'
import { PollenError } from '../../errors/pollen-error.js'
import { newsletterRewardRecord } from '../../records/newsletter-reward-record.js'
import { NewsletterRewardBody, NewsletterRewardPath } from '../../schemas/subscribers.js'
import { findNewsletterReward } from '../../store/newsletter-rewards.js'
import { newsletterOnly } from './newsletter-only.js'

/** What subscribers get for referring others. */
export const newsletterRewards: FastifyPluginAsyncTypebox = async (app) => {
  app.addHook('preHandler', newsletterOnly)

  app.post('/rewards', { schema: { body: NewsletterRewardBody } }, async ({ program, body }) => {
    const reward = await createNewsletterReward(app.db, program.program_id, body, Date.now())
    return { data: newsletterRewardRecord({ ...reward, times_triggered: 0 }), status: 1 }
  })

  app.get('/rewards/:id', { schema: { params: NewsletterRewardPath } }, async (request) => {
    const { program, params } = request
    const reward = await findNewsletterReward(app.db, program.program_id, params.id)
    if (!reward) throw new PollenError('reward_not_found')
    return { data: newsletterRewardRecord(reward), status: 1 }
  })
}
