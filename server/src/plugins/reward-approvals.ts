import fp from 'fastify-plugin'
import { announceApprovals } from '../domain/announce-approvals.js'

/** Holds are counted in days, so nobody waits for these seconds. */
const LOOK_EVERY_MS = 10_000

/** Says of rewards, for as long as the server listens, that their time on hold has passed. */
export const rewardApprovals = fp(async (app) => {
  let running: Promise<void> | undefined
  let timer: NodeJS.Timeout | undefined

  const look = () => {
    running ??= announceApprovals(app.db, Date.now())
      .catch((error) => app.log.error({ err: error }, 'approved rewards could not be told of'))
      .finally(() => {
        running = undefined
      })
  }

  app.addHook('onListen', async () => {
    timer = setInterval(look, LOOK_EVERY_MS)
    look()
  })
  // Before the database is closed, which is done in `onClose`.
  app.addHook('preClose', async () => {
    clearInterval(timer)
    await running
  })
})
