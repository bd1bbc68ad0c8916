import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { hashPassword, isPasswordOf } from '../../domain/accounts/hash-password.js'
import { startSession } from '../../domain/accounts/session.js'
import { hashSecret } from '../../domain/api-keys/hash-secret.js'
import { programOffer } from '../../domain/commissions/program-offer.js'
import { foldEmail } from '../../domain/people/fold-email.js'
import { joinAsPartner } from '../../domain/portal/join-as-partner.js'
import { portalUrl } from '../../domain/portal/portal-url.js'
import { sendSignInLink } from '../../domain/portal/send-sign-in-link.js'
import { PollenError } from '../../errors/pollen-error.js'
import {
  clearSessionCookie,
  PARTNER_COOKIE,
  portalCookiePath,
  setSessionCookie,
} from '../../plugins/callers/session-cookie.js'
import { byAddress, rateLimit } from '../../plugins/limits/limit-rate.js'
import { portalRecord, profileRecord } from '../../records/portal-records.js'
import { offerRecord } from '../../records/widget-records.js'
import { SignInBody, SignInLinkBody, SignUpBody, TokenBody } from '../../schemas/portal.js'
import type { PartnerRow } from '../../store/database.js'
import { inTransaction } from '../../store/in-transaction.js'
import { findPartnersByUid } from '../../store/partners.js'
import { deleteSession } from '../../store/sessions.js'
import { takeSignInToken } from '../../store/sign-in-tokens.js'
import { findPartner } from '../../store/statements/find-record.js'

/** Attempts per minute: a person needs few. */
const FROM_ONE_ADDRESS = 20
const FOR_ONE_EMAIL = 5

/** What a stranger may do: see whose portal it is, join, and sign in. */
export const portalSignIn: FastifyPluginAsyncTypebox = async (app) => {
  const limitAddress = rateLimit(app, {
    name: 'partners from an address',
    perMinute: FROM_ONE_ADDRESS,
    countBy: byAddress,
  })
  const limitEmail = rateLimit(app, {
    name: 'partners by e-mail',
    perMinute: FOR_ONE_EMAIL,
    countBy: byEmail,
  })
  const limits = { onRequest: limitAddress, preHandler: limitEmail }

  app.get('/', async ({ program }) => {
    // What a program that takes nobody pays is between it and its partners.
    const isOpen = program.partner_sign_up !== 'closed'
    const offer = isOpen ? offerRecord((await programOffer(app.db, program)).referrer) : null
    return { data: { ...portalRecord(program, app.sendsMail), offer }, status: 1 }
  })

  app.post('/sign-up', { schema: { body: SignUpBody }, ...limits }, async (request, reply) => {
    const { program, body } = request
    const { password, ...person } = body
    if (!app.sendsMail && password === undefined) {
      throw new PollenError('invalid', { password: ['The password is required.'] })
    }
    // With mail the letter proves whose address it is; a password would let a stranger in before.
    const passwordHash = app.sendsMail || !password ? undefined : await hashPassword(password)
    const url = app.sendsMail ? homeOf(request) : undefined
    const partner = await inTransaction(app.db, (trx) =>
      joinAsPartner(trx, program, { ...person, passwordHash }, url, Date.now()),
    )
    if (!app.sendsMail && partner?.status === 'active') return signIn(request, reply, partner)
    reply.code(202)
    return { data: { next: app.sendsMail ? 'letter' : 'approval' }, status: 1 }
  })

  app.post(
    '/sign-in-links',
    { schema: { body: SignInLinkBody }, ...limits },
    async (request, reply) => {
      const { program, body } = request
      if (!app.sendsMail) throw new PollenError('no_mail')
      await inTransaction(app.db, async (trx) => {
        const partner = await findPartner(trx, program.program_id, { email: body.email })
        if (partner) await sendSignInLink(trx, program, partner, homeOf(request), Date.now())
      })
      reply.code(202)
      return { data: { next: 'letter' }, status: 1 }
    },
  )

  app.post('/sign-in', { schema: { body: SignInBody }, ...limits }, async (request, reply) => {
    const { email, password } = request.body
    const partner = await findPartner(app.db, request.program.program_id, { email })
    const isRight = await isPasswordOf(partner?.password_hash ?? undefined, password)
    if (!isRight || partner?.status !== 'active') throw new PollenError('sign_in_refused')
    return signIn(request, reply, partner)
  })

  app.post(
    '/sign-in-links/redeem',
    { schema: { body: TokenBody }, onRequest: limitAddress },
    async (request, reply) => {
      const { program_id } = request.program
      const hash = hashSecret(request.body.token)
      const uid = await takeSignInToken(app.db, program_id, hash, Date.now())
      const partner = uid
        ? (await findPartnersByUid(app.db, program_id, [uid])).get(uid)
        : undefined
      if (partner?.status !== 'active') throw new PollenError('sign_in_link_spent')
      return signIn(request, reply, partner)
    },
  )

  app.post('/sign-out', async (request, reply) => {
    await endSession(request)
    clearSessionCookie(reply, PARTNER_COOKIE, portalCookiePath(request.program))
    return { status: 1 }
  })

  async function signIn(request: FastifyRequest, reply: FastifyReply, partner: PartnerRow) {
    const { program_id, uid } = partner
    await endSession(request)
    const token = await startSession(app.db, { program_id, partner_uid: uid }, Date.now())
    setSessionCookie(
      reply,
      PARTNER_COOKIE,
      token,
      app.serverUrl(request),
      portalCookiePath(request.program),
    )
    return { data: profileRecord(request.program, partner), status: 1 }
  }

  async function endSession({ cookies }: FastifyRequest): Promise<void> {
    const { [PARTNER_COOKIE]: token } = cookies
    if (token) await deleteSession(app.db, hashSecret(token))
  }

  const homeOf = (request: FastifyRequest) => portalUrl(app.serverUrl(request), request.program)
}

const byEmail = ({ body, program }: FastifyRequest): string =>
  `${program.program_id} ${foldEmail((body as { email: string }).email)}`
