import type { FastifyPluginAsync } from 'fastify'
import { affiliateOverview, friendsOverview } from '../../records/overview-record.js'
import { countReferrals } from '../../store/customers.js'
import { figures } from '../../store/figures.js'
import { countPartners } from '../../store/partners.js'

/** Growth is told against what was there this long ago. */
const GROWTH_PERIOD_MS = 30 * 24 * 60 * 60 * 1000

/** The program that the API key opens. */
export const program: FastifyPluginAsync = async (app) => {
  app.get('/program/overview', async ({ program }) => {
    const { program_id: programId, type } = program
    const at = async (until: number) => ({
      ...(await figures(app.db, { programId, until })),
      ...(await countReferrals(app.db, programId, until)),
      partners: await countPartners(app.db, programId, until),
    })
    const now = Date.now()
    const [current, before] = [await at(now), await at(now - GROWTH_PERIOD_MS)]
    const overview = type === 'affiliate' ? affiliateOverview : friendsOverview
    return { data: overview(program, current, before), status: 1 }
  })
}
