import fp from 'fastify-plugin'
import { forgetExpired } from '../domain/people/forget-expired.js'
import { runRegularly } from './run-regularly.js'

/** A day's salt is gone this long after the day at most. */
const LOOK_EVERY_MS = 10 * 60_000

/** Deletes what was to be kept for a time only. */
export const retention = fp(async (app) => {
  runRegularly(app, LOOK_EVERY_MS, 'what has expired could not be deleted', () =>
    forgetExpired(app.db, Date.now()),
  )
})
