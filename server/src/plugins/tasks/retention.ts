import fp from 'fastify-plugin'
import { forgetExpired } from '../../domain/people/forget-expired.js'
import { forgetVisitors } from '../../domain/people/forget-visitors.js'
import { clockWatch } from '../../domain/time/clock-watch.js'
import { runRegularly } from './run-regularly.js'

/** A day's salt is gone this long after the day at most. */
const LOOK_EVERY_MS = 10 * 60_000

/**
 * Deletes what was to be kept for a time only. By a clock that was set ahead by mistake everything would
 * be old, so somebody has a day to set it right before records are deleted by it.
 */
export const retention = fp(async (app) => {
  const isSteady = clockWatch()
  runRegularly(app, LOOK_EVERY_MS, 'what has expired could not be deleted', async () => {
    const now = Date.now()
    await forgetVisitors(app.db, now)
    if (isSteady(now, performance.now())) await forgetExpired(app.db, now)
    else app.log.warn('the clock was set: records are not deleted for a day')
  })
})
