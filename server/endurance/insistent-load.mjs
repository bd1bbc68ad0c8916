import { setTimeout as pause } from 'node:timers/promises'
import { send } from './reports.mjs'

/** Requests under way at once. */
const SENDERS = 32

/** What must succeed in the end is given up after this. */
const PATIENCE_MS = 60_000

/**
 * Sends reports of all kinds to all nodes until it is told to stop. What gets no answer is sent again,
 * to the next node, until there is one: as the script does, but sooner.
 */
export function startLoad(nodes, kinds, ledger) {
  let isOver = false
  const senders = Array.from({ length: SENDERS }, async (_, sender) => {
    for (let turn = sender; !isOver; turn += 1) {
      await deliver(nodes, turn, kinds[turn % kinds.length](), ledger)
    }
  })
  return {
    stop: () => {
      isOver = true
      return Promise.all(senders)
    },
  }
}

async function deliver(nodes, turn, report, ledger) {
  const until = Date.now() + PATIENCE_MS
  for (let attempt = turn; Date.now() < until; attempt += 1) {
    const answer = await send(nodes[attempt % nodes.length].url, report)
    if (ledger.note(report, answer)) return
    await pause(20)
  }
  ledger.complaints.push(`no node took ${report.kind} ${report.id}`)
}

/** Sends some of what was acknowledged again, to another node than before: nothing may change by it. */
export const sendAgain = (nodes, ledger) =>
  Promise.all(
    [...ledger.acknowledged.values()]
      .slice(-20)
      .map(({ report }, turn) => deliver(nodes, turn + 1, report, ledger)),
  )
