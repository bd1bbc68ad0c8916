import fp from 'fastify-plugin'
import { announceApprovals } from '../../domain/rewards/announce-approvals.js'
import { runRegularly } from './run-regularly.js'

/** Holds are counted in days, so nobody waits for these seconds. */
const LOOK_EVERY_MS = 10_000

/** Says of rewards that their time on hold has passed. */
export const rewardApprovals = fp(async (app) => {
  runRegularly(app, LOOK_EVERY_MS, 'approved rewards could not be told of', () =>
    announceApprovals(app.db, Date.now()),
  )
})
