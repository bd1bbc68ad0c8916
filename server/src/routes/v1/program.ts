import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { DAY_MS } from '../../domain/day-ms.js'
import { updateProgram } from '../../domain/update-program.js'
import { newsletterProgramRecord } from '../../records/newsletter-program-record.js'
import { affiliateOverview, friendsOverview } from '../../records/overview-record.js'
import { programDetails } from '../../records/program-details.js'
import { ProgramUpdate } from '../../schemas/program.js'
import { hasCommissionRules } from '../../store/commission-rules.js'
import { countReferrals } from '../../store/customers.js'
import type { ProgramRow } from '../../store/database.js'
import { figures } from '../../store/figures.js'
import { countPartners, countPartnersByStatus } from '../../store/partners.js'
import { countPayoutsByStatus, sumOpenPayouts } from '../../store/payout-requests.js'
import { sumRewards } from '../../store/rewards.js'

/** Growth is told against what was there this long ago. */
const GROWTH_PERIOD_MS = 30 * DAY_MS

/** The program that the API key opens. */
export const program: FastifyPluginAsyncTypebox = async (app) => {
  app.get('/program', async ({ program }) => {
    if (program.type === 'newsletter') return newsletter(program)
    const { program_id } = program
    const now = Date.now()
    const extras = {
      rewards: await sumRewards(app.db, program_id, now),
      inReview: await sumOpenPayouts(app.db, program_id),
      partners: await countPartnersByStatus(app.db, program_id),
      payouts: await countPayoutsByStatus(app.db, program_id),
      hasRules: await hasCommissionRules(app.db, program_id),
    }
    const { current, before } = await overviewFigures(program, now)
    return { data: programDetails(program, current, before, extras), status: 1 }
  })

  app.put('/program', { schema: { body: ProgramUpdate } }, async ({ program, body }) => {
    await updateProgram(app.db, program, body, Date.now())
    return { status: 1, message: 'Program updated successfully' }
  })

  app.get('/program/overview', async ({ program }) => {
    if (program.type === 'newsletter') return newsletter(program)
    const now = Date.now()
    const { current, before } = await overviewFigures(program, now)
    if (program.type !== 'affiliate') {
      return { data: friendsOverview(program, current, before), status: 1 }
    }
    const rewards = await sumRewards(app.db, program.program_id, now)
    return { data: affiliateOverview(program, current, before, rewards), status: 1 }
  })

  const newsletter = async (program: ProgramRow) => ({
    data: await newsletterProgramRecord(app.db, program),
    status: 1,
  })

  async function overviewFigures({ program_id: programId }: ProgramRow, now: number) {
    const at = async (until: number) => ({
      ...(await figures(app.db, { programId, until })),
      ...(await countReferrals(app.db, programId, until)),
      partners: await countPartners(app.db, programId, until),
    })
    return { current: await at(now), before: await at(now - GROWTH_PERIOD_MS) }
  }
}
