import cookie from '@fastify/cookie'
import type { FastifyPluginAsync } from 'fastify'
import { partnerSession } from '../../plugins/callers/partner-session.js'
import { portalProgram } from '../../plugins/callers/portal-program.js'
import { byAddress, limitRate } from '../../plugins/limits/limit-rate.js'
import { portalRecord } from '../../records/portal-records.js'
import { listPrograms } from '../../store/programs.js'
import { portalFigures } from './portal-figures.js'
import { portalLinks } from './portal-links.js'
import { portalLists } from './portal-lists.js'
import { portalProfile } from './portal-profile.js'
import { portalSignIn } from './portal-sign-in.js'

/**
 * What the partners' pages ask for: below `/programs/{id}`, with a partner's cookie and never with an
 * API key. No request names a partner: whose records are meant, the session alone says.
 */
export const portal: FastifyPluginAsync<{ requestsPerMinute: number }> = async (
  app,
  { requestsPerMinute },
) => {
  await app.register(limitRate, {
    name: 'portal of an address',
    perMinute: requestsPerMinute,
    countBy: byAddress,
  })
  await app.register(cookie)

  // Of programs that nobody can join, their partners know the id.
  app.get('/programs', async () => {
    const programs = (await listPrograms(app.db)).filter(({ type }) => type === 'affiliate')
    return {
      data: programs
        .filter(({ partner_sign_up }) => partner_sign_up !== 'closed')
        .map((program) => portalRecord(program, app.sendsMail)),
      meta: { only: programs.length === 1 ? programs[0]?.program_id : null },
      status: 1,
    }
  })

  await app.register(
    async (strangers) => {
      await strangers.register(portalProgram)
      await strangers.register(portalSignIn)
      await strangers.register(async (partners) => {
        await partners.register(partnerSession)
        await partners.register(portalProfile)
        await partners.register(portalFigures)
        await partners.register(portalLinks)
        await partners.register(portalLists)
      })
    },
    { prefix: '/programs/:program_id' },
  )
}
