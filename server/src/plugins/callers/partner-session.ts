import fp from 'fastify-plugin'
import { prolongSession } from '../../domain/accounts/session.js'
import { hashSecret } from '../../domain/api-keys/hash-secret.js'
import { PollenError } from '../../errors/pollen-error.js'
import type { PartnerRow, SessionRow } from '../../store/database.js'
import { findPartnersByUid } from '../../store/partners.js'
import { findPartnerSession } from '../../store/sessions.js'
import { PARTNER_COOKIE, portalCookiePath, setSessionCookie } from './session-cookie.js'

declare module 'fastify' {
  interface FastifyRequest {
    /** Who is signed in to the portal, and by what; only behind `partnerSession`. */
    partner: PartnerRow
    partnerSession: SessionRow
  }
}

/**
 * Lets in the partner of the request's program who is signed in. The session is looked for in this
 * program alone, so the cookie of another opens nothing; and who is not active any more is out at once.
 */
export const partnerSession = fp(async (app) => {
  app.decorateRequest('partner')
  app.decorateRequest('partnerSession')
  app.addHook('onRequest', async (request, reply) => {
    const { program } = request
    const { [PARTNER_COOKIE]: token } = request.cookies
    const now = Date.now()
    const session =
      token && (await findPartnerSession(app.db, program.program_id, hashSecret(token), now))
    if (!session) throw new PollenError('session_missing')
    const uid = session.partner_uid ?? ''
    const partner = (await findPartnersByUid(app.db, program.program_id, [uid])).get(uid)
    if (partner?.status !== 'active') throw new PollenError('session_missing')
    if (await prolongSession(app.db, session, now)) {
      setSessionCookie(
        reply,
        PARTNER_COOKIE,
        token,
        app.serverUrl(request),
        portalCookiePath(program),
      )
    }
    request.partner = partner
    request.partnerSession = session
  })
})
