import fp from 'fastify-plugin'
import { LRUCache } from 'lru-cache'
import { PollenError } from '../../errors/pollen-error.js'
import type { ProgramRow } from '../../store/database.js'
import { findProgram } from '../../store/programs.js'

declare module 'fastify' {
  interface FastifyInstance {
    /**
     * The program that an event is for, if it is remembered.
     */
    rememberedProgram(programId: string): ProgramRow | undefined
    /**
     * The same, looked for where it is not remembered.
     *
     * @throws PollenError `program_not_found`
     */
    knownProgram(programId: string): Promise<ProgramRow>
    /** Has this node see at once that a program was changed. */
    forgetProgram(programId: string): void
  }
}

/** Programs that are remembered, a kilobyte each. */
const MOST_KNOWN = 5000

/** How soon a node sees what was changed through another. */
const FRESH_FOR_MS = 2000

/**
 * Remembers programs for some seconds, so that not every event reads its own. A program that was not
 * there a moment ago is looked for again.
 */
export const knownPrograms = fp(async (app) => {
  const known = new LRUCache<string, ProgramRow>({ max: MOST_KNOWN, ttl: FRESH_FOR_MS })

  app.decorate('rememberedProgram', (programId) => known.get(programId))
  app.decorate('knownProgram', async (programId) => {
    const remembered = known.get(programId)
    if (remembered) return remembered
    const program = await findProgram(app.db, programId)
    if (!program) throw new PollenError('program_not_found')
    known.set(programId, program)
    return program
  })
  app.decorate('forgetProgram', (programId) => {
    known.delete(programId)
  })
})
