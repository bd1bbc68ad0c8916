import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { SCOPES } from '../../domain/api-keys/api-key-scopes.js'
import { PollenError } from '../../errors/pollen-error.js'
import { findProgramOfAccount } from '../../store/accounts.js'
import { assertSameOrigin } from './assert-same-origin.js'
import type { Opened } from './authenticate.js'
import { signedInAccount } from './signed-in-account.js'

/**
 * Finds out what somebody who is signed in may do, in the program that the header `X-Pollen-Program`
 * names. No page of another origin can send that header: it would have to ask for permission first,
 * which this API gives to none (https://fetch.spec.whatwg.org/#cors-preflight-fetch).
 *
 * @returns `undefined` when the request has no such header: then it is not about a session.
 * @throws PollenError `session_missing`, `program_closed` or `cross_origin`
 */
export async function authenticateSession(
  app: FastifyInstance,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Opened | undefined> {
  const { 'x-pollen-program': programId } = request.headers
  if (typeof programId !== 'string') return undefined
  assertSameOrigin(request, app.serverUrl(request))
  const { account, session } = await signedInAccount(app, request, reply)
  const program = await findProgramOfAccount(app.db, account, programId)
  if (!program) throw new PollenError('program_closed')
  return { access: { hash: session.hash, scopes: SCOPES, expiresAt: null }, program }
}
