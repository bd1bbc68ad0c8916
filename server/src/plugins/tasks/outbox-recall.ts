import fp from 'fastify-plugin'
import { LATEST_RETRY_MS } from '../../domain/time/retry-time.js'
import { recallOutbox } from '../../store/recall-outbox.js'
import { runRegularly } from './run-regularly.js'

/** A clock is seldom set. */
const LOOK_EVERY_MS = 60_000

/** Sees to it that messages and letters do not wait until a clock that was set back has caught up. */
export const outboxRecall = fp(async (app) => {
  runRegularly(
    app,
    LOOK_EVERY_MS,
    'what waits for a clock set back could not be recalled',
    async () => {
      const now = Date.now()
      await recallOutbox(app.db, 'webhook_delivery', now, LATEST_RETRY_MS)
      await recallOutbox(app.db, 'mail', now, LATEST_RETRY_MS)
    },
  )
})
