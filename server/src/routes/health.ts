import type { FastifyPluginAsync } from 'fastify'
import { sql } from 'kysely'
import { PollenError } from '../errors/pollen-error.js'

/** Whoever asks has a limit of some seconds too. */
const ANSWER_WITHIN_MS = 1000

/** However often and by however many it is asked, the database is asked once in this time. */
const FRESH_FOR_MS = 500

/**
 * How this node is: `/health` says whether its database answers, `/ready` whether it should be sent
 * requests as well, which one should not that has too much to do or cannot write. A stopping node
 * refuses both.
 */
export const health: FastifyPluginAsync = async (app) => {
  const queues = Object.values(app.recording)
  let asked: { at: number; answer: Promise<unknown> } | undefined

  function databaseAnswers(): Promise<unknown> {
    const now = performance.now()
    if (!asked || now - asked.at > FRESH_FOR_MS) {
      asked = { at: now, answer: withinTime(sql`select 1`.execute(app.db)) }
    }
    return asked.answer
  }

  async function assertHealthy(): Promise<void> {
    try {
      await databaseAnswers()
    } catch {
      throw new PollenError('unavailable')
    }
  }

  app.get('/health', async () => {
    await assertHealthy()
    return { status: 'ok' }
  })
  app.get('/ready', async () => {
    if (queues.some(({ isFull }) => isFull())) throw new PollenError('overloaded')
    await assertHealthy()
    if (!(await withinTime(app.writeTrials.passed()))) throw new PollenError('unavailable')
    return { status: 'ok' }
  })
}

/** @throws When there is no answer in time. */
function withinTime<T>(answer: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new PollenError('unavailable')), ANSWER_WITHIN_MS)
    answer.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}
