import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { prolongSession } from '../../domain/accounts/session.js'
import { hashSecret } from '../../domain/api-keys/hash-secret.js'
import { PollenError } from '../../errors/pollen-error.js'
import { findAccount } from '../../store/accounts.js'
import type { AccountRow, SessionRow } from '../../store/database.js'
import { findSession } from '../../store/sessions.js'
import { ACCOUNT_COOKIE, setSessionCookie } from './session-cookie.js'

/**
 * Who is signed in by the browser that makes a request; the session and its cookie live on from now.
 * What is answered then is for nobody else, so no cache may keep it.
 *
 * @throws PollenError `session_missing`
 */
export async function signedInAccount(
  app: FastifyInstance,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<{ account: AccountRow; session: SessionRow }> {
  reply.header('cache-control', 'no-store')
  const now = Date.now()
  const { [ACCOUNT_COOKIE]: token } = request.cookies
  const session = token && (await findSession(app.db, hashSecret(token), now))
  if (!session || session.account_uid === null) throw new PollenError('session_missing')
  const account = await findAccount(app.db, session.account_uid)
  if (!account) throw new PollenError('session_missing')
  if (await prolongSession(app.db, session, now)) {
    setSessionCookie(reply, ACCOUNT_COOKIE, token, app.serverUrl(request))
  }
  return { account, session }
}
