import type { FastifyReply } from 'fastify'
import { SESSION_MS } from '../../domain/accounts/session.js'

/** Of those who look after programs. */
export const ACCOUNT_COOKIE = 'pollen_session'

/** Of partners in their portal. */
export const PARTNER_COOKIE = 'pollen_partner_session'

/** To which addresses a browser brings a partner's cookie along: to no other program. */
export const portalCookiePath = ({ program_id }: { program_id: string }): string =>
  `/portal/v1/programs/${program_id}`

/** No script reads it, and no other site's form, frame or request brings it along. */
const ATTRIBUTES = { httpOnly: true, sameSite: 'lax' } as const

/**
 * @param serverUrl Our own origin; where that is https, the cookie travels over nothing else.
 * @param path To which addresses browsers bring it along.
 */
export function setSessionCookie(
  reply: FastifyReply,
  name: string,
  token: string,
  serverUrl: string,
  path = '/',
): void {
  const secure = serverUrl.startsWith('https:')
  reply.setCookie(name, token, { ...ATTRIBUTES, path, secure, maxAge: SESSION_MS / 1000 })
}

export function clearSessionCookie(reply: FastifyReply, name: string, path = '/'): void {
  reply.clearCookie(name, { ...ATTRIBUTES, path })
}
