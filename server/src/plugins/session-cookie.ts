import type { FastifyReply } from 'fastify'
import { SESSION_MS } from '../domain/session.js'

/** Of those who look after programs. */
export const ACCOUNT_COOKIE = 'pollen_session'

/** No script reads it, and no other site's form, frame or request brings it along. */
const ATTRIBUTES = { path: '/', httpOnly: true, sameSite: 'lax' } as const

/** @param serverUrl Our own origin; where that is https, the cookie travels over nothing else. */
export function setSessionCookie(
  reply: FastifyReply,
  name: string,
  token: string,
  serverUrl: string,
): void {
  const secure = serverUrl.startsWith('https:')
  reply.setCookie(name, token, { ...ATTRIBUTES, secure, maxAge: SESSION_MS / 1000 })
}

export function clearSessionCookie(reply: FastifyReply, name: string): void {
  reply.clearCookie(name, ATTRIBUTES)
}
