// Reports wait here, on disk with the order that caused them, until Pollen has answered. So nobody
// waits for Pollen at the till, a sale made while it is down still pays, and a sign-up is always told
// before the sale that follows it.
import { PollenUnavailableError } from './pollen.mjs'

/** @typedef {import('./reports.mjs').Report} Report */
/** @typedef {import('./pollen.mjs').Answer} Answer */

/** How long to wait before Pollen is tried again, in milliseconds. */
const RETRY_MS = 2000

/**
 * @typedef {object} Outbox
 * @property {(...reports: Report[]) => void} add Takes reports; the next `save` keeps them.
 * @property {() => Promise<void>} flush Delivers what there is; ends when all is told, or when Pollen
 *   cannot be reached, which is tried again by itself. Never rejects.
 * @property {() => void} stop Delivers no more; what is left waits for the next start.
 */

/**
 * @param {object} options
 * @param {import('./store.mjs').Store} options.store
 * @param {(report: Report) => Promise<Answer>} options.send
 * @param {(report: Report, answer: Answer) => void} options.onAnswer
 * @returns {Outbox}
 */
export function createOutbox({ store, send, onAnswer }) {
  const { outbox } = store.data
  /** @type {NodeJS.Timeout | undefined} */
  let retry
  let delivery = Promise.resolve()
  let isBusy = false
  let isStopped = false

  async function deliver() {
    isBusy = true
    clearTimeout(retry)
    try {
      for (let report = outbox[0]; report && !isStopped; report = outbox[0]) {
        onAnswer(report, await send(report))
        outbox.shift()
        await store.save()
      }
    } catch (error) {
      if (!(error instanceof PollenUnavailableError)) console.error(error)
      if (!isStopped) retry = setTimeout(flush, RETRY_MS)
    } finally {
      isBusy = false
    }
  }

  function flush() {
    if (!isBusy) delivery = deliver()
    return delivery
  }

  return {
    add(...reports) {
      outbox.push(...reports)
    },
    flush,
    stop() {
      isStopped = true
      clearTimeout(retry)
    },
  }
}
