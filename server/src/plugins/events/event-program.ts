import type { FastifyReply, FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import { isOwnOrigin, ownWebsites } from '../../domain/clicks/is-own-origin.js'
import { PollenError } from '../../errors/pollen-error.js'
import type { ProgramRow } from '../../store/database.js'
import { listLinkDomains } from '../../store/link-domains.js'

/** Of an event or a widget, as the preflight request for it asks. */
const EVENT = /^\/programs\/([^/]+)\/(?:clicks|customers|referrals|referrers)$/

/**
 * Knows which program an event is for, and refuses what other people's pages report, before it is read.
 * Who names no page is no browser, and no header could tell whose program that is.
 *
 * Registered behind CORS, so that a refusal takes its permission back.
 */
export const eventProgram = fp(async (app) => {
  app.decorateRequest('program')
  // Of most events all is known at once: they need not wait for promises.
  app.addHook('onRequest', (request, reply, done) => {
    const programId = programIdOf(request)
    if (programId === undefined) return done()
    const { eventsKey } = request
    if (eventsKey && eventsKey.program.program_id !== programId) {
      throw new PollenError('api_key_wrong', { api_key: ['It opens another program.'] })
    }
    const page = pageOf(request)
    const program = app.rememberedProgram(programId)
    if (program && (page === undefined || isOwnOrigin(page, ownWebsites(program)))) {
      request.program = program
      return done()
    }
    admit(request, reply, programId, page).then(() => done(), done)
  })
  app.addHook('preHandler', (request, reply, done) => {
    if (!isOpaque(request)) return done()
    const { url = 'null' } = Object(request.body) as { url?: string }
    assertOwn(request.program, url, reply).then(() => done(), done)
  })

  async function admit(
    request: FastifyRequest,
    reply: FastifyReply,
    programId: string,
    page: string | undefined,
  ): Promise<void> {
    request.program = await app.knownProgram(programId)
    if (page !== undefined) await assertOwn(request.program, page, reply)
  }

  async function assertOwn(program: ProgramRow, page: string, reply: FastifyReply): Promise<void> {
    if (isOwnOrigin(page, ownWebsites(program))) return
    const further = await listLinkDomains(app.db, program.program_id)
    const websites = further.map(({ website }) => website)
    if (isOwnOrigin(page, websites)) return
    reply.removeHeader('access-control-allow-origin')
    const origin = URL.canParse(page) ? new URL(page).origin : page
    app.refusedOrigins.note(program.program_id, origin)
    throw new PollenError('origin_refused', {
      origin: [`${origin} is not a page of this program: add its host to the setting "domains".`],
    })
  }
})

function programIdOf({ params }: FastifyRequest): string | undefined {
  const { program_id, '*': preflight } = params as Record<string, string | undefined>
  return program_id ?? EVENT.exec(preflight ?? '')?.[1]
}

/** Where a browser says that an event comes from; a key for events vouches for any page. */
function pageOf(request: FastifyRequest): string | undefined {
  const { origin, referer } = request.headers
  if (request.eventsKey || isOpaque(request)) return undefined
  return origin === undefined || origin === 'null' ? referer : origin
}

/**
 * A sandboxed frame has the origin `null` and may name no address in `Referer`; then what the event says
 * itself of its page has to do. See https://www.rfc-editor.org/rfc/rfc6454#section-7
 */
const isOpaque = ({ headers: { origin, referer }, eventsKey }: FastifyRequest): boolean =>
  !eventsKey && origin === 'null' && referer === undefined
