import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyRequest } from 'fastify'
import { isPasswordOf } from '../../domain/accounts/hash-password.js'
import { startSession } from '../../domain/accounts/session.js'
import { hashSecret } from '../../domain/api-keys/hash-secret.js'
import { foldEmail } from '../../domain/people/fold-email.js'
import { PollenError } from '../../errors/pollen-error.js'
import { assertSameOrigin } from '../../plugins/callers/assert-same-origin.js'
import {
  ACCOUNT_COOKIE,
  clearSessionCookie,
  setSessionCookie,
} from '../../plugins/callers/session-cookie.js'
import { signedInAccount } from '../../plugins/callers/signed-in-account.js'
import { byAddress, rateLimit } from '../../plugins/limits/limit-rate.js'
import { sessionRecord } from '../../records/account-records.js'
import { SignInBody } from '../../schemas/accounts.js'
import { findAccountByEmail, programsOfAccount } from '../../store/accounts.js'
import { deleteSession } from '../../store/sessions.js'

/** Attempts per minute: a person needs few, and a password of 12 characters is not guessed by them. */
const FROM_ONE_ADDRESS = 20
const FOR_ONE_ACCOUNT = 10

/** Signing in and out of those who look after programs. */
export const accountSessions: FastifyPluginAsyncTypebox = async (app) => {
  const limitAddress = rateLimit(app, {
    name: 'sign-ins from an address',
    perMinute: FROM_ONE_ADDRESS,
    countBy: byAddress,
  })
  const limitAccount = rateLimit(app, {
    name: 'sign-ins to an account',
    perMinute: FOR_ONE_ACCOUNT,
    countBy: byEmail,
  })

  app.addHook('onRequest', async (request) => {
    assertSameOrigin(request, app.serverUrl(request))
  })

  app.post(
    '/sign-in',
    { schema: { body: SignInBody }, onRequest: limitAddress, preHandler: limitAccount },
    async (request, reply) => {
      const { email, password } = request.body
      const account = await findAccountByEmail(app.db, foldEmail(email))
      const isRight = await isPasswordOf(account?.password_hash, password)
      if (!account || !isRight) throw new PollenError('sign_in_refused')
      await endSession(request)
      const token = await startSession(app.db, { account_uid: account.uid }, Date.now())
      setSessionCookie(reply, ACCOUNT_COOKIE, token, app.serverUrl(request))
      reply.header('cache-control', 'no-store')
      const programs = await programsOfAccount(app.db, account)
      return { data: sessionRecord(account, programs), status: 1 }
    },
  )

  app.post('/sign-out', async (request, reply) => {
    await endSession(request)
    clearSessionCookie(reply, ACCOUNT_COOKIE)
    return { status: 1 }
  })

  app.get('/session', async (request, reply) => {
    const { account } = await signedInAccount(app, request, reply)
    const programs = await programsOfAccount(app.db, account)
    return { data: sessionRecord(account, programs), status: 1 }
  })

  async function endSession(request: FastifyRequest): Promise<void> {
    const { [ACCOUNT_COOKIE]: token } = request.cookies
    if (token) await deleteSession(app.db, hashSecret(token))
  }
}

const byEmail = ({ body }: FastifyRequest): string => foldEmail((body as SignInBody).email)
