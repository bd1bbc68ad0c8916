import type { FastifyInstance } from 'fastify'

/**
 * Does a piece of work for as long as the server listens: at once, then again and again, never twice at
 * the same time. What it has begun is finished before the server closes.
 *
 * @param complaint What the log says where it fails; it is tried again the next time.
 */
export function runRegularly(
  app: FastifyInstance,
  everyMs: number,
  complaint: string,
  work: () => Promise<void>,
): void {
  let running: Promise<void> | undefined
  let timer: NodeJS.Timeout | undefined

  const look = () => {
    running ??= work()
      .catch((error) => app.log.error({ err: error }, complaint))
      .finally(() => {
        running = undefined
      })
  }

  app.addHook('onListen', async () => {
    timer = setInterval(look, everyMs)
    look()
  })
  // Before the database is closed, which is done in `onClose`.
  app.addHook('preClose', async () => {
    clearInterval(timer)
    await running
  })
}
