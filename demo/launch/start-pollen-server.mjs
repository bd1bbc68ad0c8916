import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

export const SERVER_CLI = fileURLToPath(
  new URL('../../server/bin/pollen-server.js', import.meta.url),
)
const END_WITH_PARENT = new URL('end-with-parent.mjs', import.meta.url).href

/** How long a start may take, and a stop before it is forced, in milliseconds. */
const START_MS = 20_000
const STOP_MS = 5_000

/**
 * @typedef {object} RunningServer
 * @property {string} url
 * @property {Promise<void>} ended Resolves when the process is gone.
 * @property {() => Promise<void>} stop
 */

/** @param {string} dataFolder */
export const databaseUrl = (dataFolder) => `sqlite:${join(dataFolder, 'pollen.db')}`

/**
 * Starts pollen-server in a process of its own, as an operator would, and waits until it answers.
 *
 * @param {{ port: number, dataFolder: string }} options
 * @returns {Promise<RunningServer>} Rejects with one sentence when it does not come up.
 */
export async function startPollenServer({ port, dataFolder }) {
  const args = ['serve', '--port', String(port), '--database', databaseUrl(dataFolder)]
  const child = fork(SERVER_CLI, args, {
    execArgv: ['--import', END_WITH_PARENT],
    env: { ...process.env, HOST: '127.0.0.1', LOG_LEVEL: process.env.LOG_LEVEL ?? 'warn' },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    // Ctrl-C goes to all of a terminal's processes; this one is told by us, after the shop.
    detached: process.platform !== 'win32',
  })
  const ended = once(child, 'exit').then(() => {})
  let hasEnded = false
  ended.then(() => {
    hasEnded = true
  })

  async function stop() {
    if (hasEnded) return
    child.kill('SIGTERM')
    const force = setTimeout(() => child.kill('SIGKILL'), STOP_MS)
    await ended
    clearTimeout(force)
  }

  const url = `http://localhost:${port}`
  const giveUpAt = Date.now() + START_MS
  while (!(await isHealthy(url))) {
    if (hasEnded) throw new Error('pollen-server did not start; the line above says why.')
    if (Date.now() > giveUpAt) {
      await stop()
      throw new Error(`pollen-server did not answer on ${url} within ${START_MS / 1000} seconds.`)
    }
    await wait(50)
  }
  return { url, ended, stop }
}

/** @param {string} url */
const isHealthy = (url) =>
  fetch(`${url}/health`).then(
    ({ ok }) => ok,
    () => false,
  )
