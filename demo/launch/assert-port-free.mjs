import { connect } from 'node:net'

/**
 * Whoever answers on either address of this machine would be taken for us, or we for them.
 *
 * @param {number} port
 * @param {string} variable What to set to take another port.
 * @param {string} what Needs it: `the shop`.
 * @throws One sentence when something listens there.
 */
export async function assertPortFree(port, variable, what) {
  const answers = await Promise.all(['127.0.0.1', '::1'].map((host) => isAnswered(host, port)))
  if (!answers.includes(true)) return
  throw new Error(
    `Port ${port} is taken, and ${what} needs it: stop the program that has it, or choose another ` +
      `port with ${variable}=${port + 10} npm run demo.`,
  )
}

/**
 * @param {string} host
 * @param {number} port
 * @returns {Promise<boolean>}
 */
const isAnswered = (host, port) =>
  new Promise((resolve) => {
    const socket = connect({ host, port })
    const settle = (/** @type {boolean} */ answer) => {
      socket.destroy()
      resolve(answer)
    }
    socket.once('connect', () => settle(true))
    socket.once('error', () => settle(false))
  })
