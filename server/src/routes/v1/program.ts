import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { updateProgram } from '../../domain/programs/update-program.js'
import { dayOf } from '../../domain/time/day-ms.js'
import { newsletterProgramRecord } from '../../records/newsletter-program-record.js'
import { affiliateOverview, friendsOverview } from '../../records/overview-record.js'
import { programDetails } from '../../records/program-details.js'
import { ProgramUpdate } from '../../schemas/program.js'
import { hasCommissionRules } from '../../store/commission-rules.js'
import type { ProgramRow } from '../../store/database.js'
import { programFigures } from '../../store/figures/figures.js'
import { countPayoutsByStatus, sumOpenPayouts } from '../../store/payout-requests.js'

/** Growth is told against what was there at the end of that day, UTC. */
const GROWTH_DAYS = 30

/** The program that the API key opens. */
export const program: FastifyPluginAsyncTypebox = async (app) => {
  app.get('/program', async ({ program }) => {
    if (program.type === 'newsletter') return newsletter(program)
    const { program_id } = program
    const extras = {
      inReview: await sumOpenPayouts(app.db, program_id),
      payouts: await countPayoutsByStatus(app.db, program_id),
      hasRules: await hasCommissionRules(app.db, program_id),
    }
    const { current, before } = await overviewFigures(program)
    return { data: programDetails(program, current, before, extras), status: 1 }
  })

  app.put('/program', { schema: { body: ProgramUpdate } }, async ({ program, body }) => {
    await updateProgram(app.db, program, body, Date.now())
    app.forgetProgram(program.program_id)
    return { status: 1, message: 'Program updated successfully' }
  })

  app.get('/program/overview', async ({ program }) => {
    if (program.type === 'newsletter') return newsletter(program)
    const { current, before } = await overviewFigures(program)
    const overview = program.type === 'affiliate' ? affiliateOverview : friendsOverview
    return { data: overview(program, current, before), status: 1 }
  })

  const newsletter = async (program: ProgramRow) => ({
    data: await newsletterProgramRecord(app.db, program),
    status: 1,
  })

  const overviewFigures = ({ program_id }: ProgramRow) =>
    programFigures(app.db, program_id, dayOf(Date.now()) - GROWTH_DAYS)
}
