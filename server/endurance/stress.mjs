// Soak: half of what a server can do, for long; memory and latency must stay as they are.
// Storm: ten times the connections, or more; answers must stay right, memory bounded, and calm return.
// `npm run soak -- --minutes 20`, `npm run storm -- --seconds 60 --connections 3000`, each with
// `--database sqlite | postgres`
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { freePort } from '../../scripts/free-port.mjs'
import { startPostgres } from '../dev/start-postgres.mjs'
import { openLedger } from './ledger.mjs'
import { startLoad } from './measured-load.mjs'
import { reports, send } from './reports.mjs'
import { createProgram, residentMegabytes, startNode } from './start-node.mjs'

const CONNECTIONS = 50

/** How many times its level at the beginning memory may reach, and latency in the last part. */
const MOST_GROWTH = 1.5
const MOST_SLOWER = 3

/** Memory of a server in a storm: what waits is bounded, see docs/architecture.md. */
const STORM_MEGABYTES = 350

/** How soon after a storm requests are answered as before it. */
const RECOVERY_MS = 5000

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    minutes: { type: 'string', default: '20' },
    seconds: { type: 'string', default: '60' },
    connections: { type: 'string', default: `${10 * CONNECTIONS}` },
    database: { type: 'string', default: 'sqlite' },
  },
})
const forms = { soak, storm }
const form = forms[positionals[0]]
if (!form || !['sqlite', 'postgres'].includes(values.database)) {
  console.error(
    'Usage: npm run soak -- [--minutes 20] [--database sqlite | postgres]\n' +
      '       npm run storm -- [--seconds 60] [--connections 500] [--database sqlite | postgres]',
  )
  process.exit(2)
}

const directory = mkdtempSync(join(tmpdir(), 'pollen-stress-'))
const postgres = values.database === 'postgres' ? await startPostgres() : undefined
const database = postgres?.url ?? `sqlite:${join(directory, 'pollen.db')}`
const program = createProgram(database)
const node = await startNode(database, await freePort())
const ledger = openLedger()
const kinds = reports(program)
await send(node.url, kinds.partner())
await send(node.url, kinds.customer())

/** Eight clicks to a sign-up and a sale. */
let turn = 0
const mixed = () => {
  turn += 1
  return turn % 10 === 0 ? kinds.sale() : turn % 10 === 5 ? kinds.signUp() : kinds.click()
}
const load = (options) =>
  startLoad(node.url, mixed, { connections: CONNECTIONS, onAnswer: ledger.note, ...options })

try {
  await form()
  const stored = await ledger.compare(database, program)
  console.log(`${ledger.acknowledged.size} acknowledged, stored: ${JSON.stringify(stored)}`)
} finally {
  await node.end('SIGKILL')
  await postgres?.stop()
  rmSync(directory, { recursive: true, force: true })
}
for (const complaint of ledger.complaints.slice(0, 20)) console.error(complaint)
console.log(ledger.complaints.length === 0 ? 'sound' : `${ledger.complaints.length} faults`)
process.exit(ledger.complaints.length === 0 ? 0 : 1)

/** What the server carries on this machine, warmed up: requests a second. */
async function measureMaximum() {
  const running = load({})
  await pause(4000)
  const { perSecond } = await running.stop()
  return perSecond
}

async function soak() {
  const perSecond = (await measureMaximum()) / 2
  const running = load({ perSecond })
  const parts = []
  const partMs = (Number(values.minutes) * 60_000) / 10
  for (let part = 1; part <= 10; part += 1) {
    await pause(partMs)
    const { p50, p99 } = running.latency()
    parts.push({ memory: residentMegabytes(node.pid), p50, p99 })
    console.log(`${part * 10} %: ${parts.at(-1).memory} MB, p50 ${p50} ms, p99 ${p99} ms`)
  }
  await running.stop()
  console.log(`${values.minutes} minutes at ${Math.round(perSecond)} requests a second`)
  const [first, last] = [parts[1], parts[9]]
  if (last.memory > first.memory * MOST_GROWTH) ledger.complaints.push('memory grows')
  if (last.p50 > Math.max(first.p50, 5) * MOST_SLOWER) ledger.complaints.push('latency grows')
}

async function storm() {
  const calm = await measureMaximum()
  const storming = load({ connections: Number(values.connections) })
  const until = performance.now() + Number(values.seconds) * 1000
  let memory = 0
  while (performance.now() < until) {
    await pause(250)
    memory = Math.max(memory, residentMegabytes(node.pid))
  }
  const { p50, p99 } = storming.latency()
  const { statuses, perSecond } = await storming.stop()
  console.log(
    `${values.connections} connections for ${values.seconds} s: ${Math.round(perSecond)} answers a second ` +
      `(${Math.round(calm)} with ${CONNECTIONS}), ${JSON.stringify([...statuses])}, ` +
      `p50 ${p50} ms, p99 ${p99} ms, at most ${memory} MB`,
  )
  if (memory > STORM_MEGABYTES) ledger.complaints.push(`memory reached ${memory} MB`)
  const begin = performance.now()
  const report = kinds.click()
  ledger.note(report, await send(node.url, report))
  const recoveredMs = performance.now() - begin
  console.log(`after it, a click took ${Math.round(recoveredMs)} ms`)
  if (recoveredMs > RECOVERY_MS) ledger.complaints.push('calm did not return')
}
