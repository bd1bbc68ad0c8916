import { normalizeIP } from '@fastify/rate-limit'
import type { FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import { visitorHash } from '../../domain/clicks/visitor-hash.js'
import { randomText } from '../../domain/random-text.js'
import { DAY_MS } from '../../domain/time/day-ms.js'
import { agreeOnSalt, SALT_LENGTH } from '../../store/daily-salts.js'
import { isFromPage } from './is-from-page.js'

/** Of what: address and browser together, or the address alone, of IPv6 the network of one subscriber. */
export type VisitorPart = 'visitor' | 'address'

declare module 'fastify' {
  interface FastifyInstance {
    /**
     * What stands in for a visitor. Only for events of browsers, for a back end's address is nobody's;
     * behind `eventProgram`.
     *
     * @param now Milliseconds since the epoch.
     * @returns `undefined` where there is nothing to hash, or the program wants no such thing.
     */
    visitorHash(
      request: FastifyRequest,
      part: VisitorPart,
      now: number,
    ): Promise<string | undefined>
  }
}

/** Programs whose salts are remembered at once; beyond that the database is asked again. */
const MOST_SALTS = 10_000

/** Knows visitors for a day by hashes whose salt is then thrown away. */
export const visitorHashes = fp(async (app) => {
  const salts = new Map<string, { day: number; salt: Promise<string> }>()

  const saltOf = (programId: string, day: number): Promise<string> => {
    const known = salts.get(programId)
    if (known?.day === day) return known.salt
    if (salts.size >= MOST_SALTS) salts.clear()
    const salt = agreeOnSalt(app.db, programId, day, randomText(SALT_LENGTH))
    salts.set(programId, { day, salt })
    salt.catch(() => salts.delete(programId))
    return salt
  }

  app.decorate('visitorHash', async (request, part, now) => {
    const { program, headers, ip } = request
    if (!isFromPage(request) || program.visitor_hashes === 0) return undefined
    const salt = await saltOf(program.program_id, Math.floor(now / DAY_MS))
    const address = normalizeIP(ip)
    return part === 'address'
      ? visitorHash(salt, address)
      : visitorHash(salt, address, headers['user-agent'] ?? '')
  })
})
