import { createApp } from './app.mjs'

/**
 * @typedef {object} RunningShop
 * @property {string} url
 * @property {() => Promise<void>} stop
 */

/**
 * Starts the shop, and goes on to deliver what Pollen was not told last time.
 *
 * @param {import('./app.mjs').AppOptions & { port: number }} options
 * @returns {Promise<RunningShop>} Rejects when the port cannot be had.
 */
export async function startShop({ port, ...options }) {
  const { app, shop } = createApp(options)
  const server = await new Promise((resolve, reject) => {
    const server = app.listen(port, '127.0.0.1', (error) =>
      error ? reject(error) : resolve(server),
    )
  })
  shop.outbox.flush()
  return {
    url: `http://localhost:${port}`,
    stop() {
      shop.outbox.stop()
      const closed = new Promise((resolve) => server.close(resolve))
      // Journey pages hold their line open for as long as they are looked at.
      server.closeAllConnections()
      return closed
    },
  }
}
