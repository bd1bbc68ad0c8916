// Soak: half of what a server can do, for long; memory and latency must stay as they are.
// Storm: ten times the connections, or more; answers must stay right, memory bounded, and calm return.
// `npm run soak -- --minutes 20`, `npm run storm -- --seconds 60 --connections 3000`: on both databases,
// or on `--database sqlite | postgres`. In the end they print what docs/reliability-of-the-server.md says.
import { mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { printTable } from '../../bench/table.mjs'
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
    database: { type: 'string' },
  },
})

/** By the words of the command line: what is done, and the columns of what comes of it. */
const forms = {
  soak: {
    run: soak,
    title: `Soak, ${values.minutes} minutes at half of the maximum`,
    columns: ['requests a second', 'memory at 10 %', 'at 20 %', 'at the end', 'p50', 'p99'],
  },
  storm: {
    run: storm,
    title: `Storm, ${values.connections} connections for ${values.seconds} s`,
    columns: [
      'answers a second',
      '200, 201',
      '503',
      'others',
      'memory',
      'p50',
      'p99',
      'a click after',
    ],
  },
}
const databases = { sqlite: 'SQLite', postgres: 'PostgreSQL' }

const form = forms[positionals[0]]
const wanted = Object.keys(databases).filter((name) => name === (values.database ?? name))
if (!form || wanted.length === 0) {
  console.error(
    'Usage: npm run soak -- [--minutes 20] [--database sqlite | postgres]\n' +
      '       npm run storm -- [--seconds 60] [--connections 500] [--database sqlite | postgres]',
  )
  process.exit(2)
}

const [loadBefore] = loadavg()
const rows = []
let isSound = true
for (const name of wanted) {
  const { cells, acknowledged, complaints } = await endure(name)
  for (const complaint of complaints.slice(0, 20)) console.error(complaint)
  isSound &&= complaints.length === 0
  const verdict =
    complaints.length === 0 ? 'all stored' : `FAULTS: ${complaints.slice(0, 3).join('; ')}`
  rows.push([databases[name], ...cells, acknowledged, verdict])
}
const today = new Date().toLocaleDateString('en-GB', { dateStyle: 'long' })
console.log(
  `\n${form.title}. ${today}, machine with ${availableParallelism()} cores (${cpus()[0]?.model}), ` +
    `Node ${process.versions.node}, a load of ${loadBefore.toFixed(1)} before:`,
)
printTable(['on', ...form.columns, 'acknowledged', 'of these'], rows)
process.exit(isSound ? 0 : 1)

/** Runs the form on an empty database, and compares what was acknowledged with what is stored. */
async function endure(name) {
  const directory = mkdtempSync(join(tmpdir(), 'pollen-stress-'))
  const postgres = name === 'postgres' ? await startPostgres() : undefined
  const database = postgres?.url ?? `sqlite:${join(directory, 'pollen.db')}`
  const program = createProgram(database)
  const node = await startNode(database, await freePort())
  try {
    const ledger = openLedger()
    const kinds = reports(program)
    await send(node.url, kinds.partner())
    await send(node.url, kinds.customer())
    const mixed = mixOf(kinds)
    const load = (options) =>
      startLoad(node.url, mixed, { connections: CONNECTIONS, onAnswer: ledger.note, ...options })
    const cells = await form.run({ node, ledger, kinds, load })
    await ledger.compare(database, program)
    return { cells, acknowledged: ledger.acknowledged.size, complaints: ledger.complaints }
  } finally {
    await node.end('SIGKILL')
    await postgres?.stop()
    rmSync(directory, { recursive: true, force: true })
  }
}

/** Eight clicks to a sign-up and a sale. */
function mixOf({ click, signUp, sale }) {
  let turn = 0
  return () => {
    turn += 1
    return turn % 10 === 0 ? sale() : turn % 10 === 5 ? signUp() : click()
  }
}

/** What the server carries on this machine, warmed up: requests a second. */
async function measureMaximum(load) {
  const running = load({})
  await pause(4000)
  const { perSecond } = await running.stop()
  return perSecond
}

async function soak({ node, ledger, load }) {
  const perSecond = (await measureMaximum(load)) / 2
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
  const [beginning, first] = parts
  const last = parts.at(-1)
  if (last.memory > first.memory * MOST_GROWTH) ledger.complaints.push('memory grows')
  if (last.p50 > Math.max(first.p50, 5) * MOST_SLOWER) ledger.complaints.push('latency grows')
  const span = (pick) => {
    const all = parts.map(pick)
    return `${Math.min(...all)} to ${Math.max(...all)} ms`
  }
  return [
    Math.round(perSecond),
    ...[beginning, first, last].map(({ memory }) => `${memory} MB`),
    span(({ p50 }) => p50),
    span(({ p99 }) => p99),
  ]
}

async function storm({ node, ledger, kinds, load }) {
  const calm = await measureMaximum(load)
  console.log(`${Math.round(calm)} answers a second with ${CONNECTIONS} connections`)
  const storming = load({ connections: Number(values.connections) })
  const until = performance.now() + Number(values.seconds) * 1000
  let memory = 0
  while (performance.now() < until) {
    await pause(250)
    memory = Math.max(memory, residentMegabytes(node.pid))
  }
  const { p50, p99 } = storming.latency()
  const { statuses, perSecond } = await storming.stop()
  if (memory > STORM_MEGABYTES) ledger.complaints.push(`memory reached ${memory} MB`)
  const begin = performance.now()
  const report = kinds.click()
  ledger.note(report, await send(node.url, report))
  const recoveredMs = performance.now() - begin
  if (recoveredMs > RECOVERY_MS) ledger.complaints.push('calm did not return')
  const count = (...wanted) => wanted.reduce((sum, status) => sum + (statuses.get(status) ?? 0), 0)
  const total = count(...statuses.keys())
  return [
    Math.round(perSecond),
    ...[count(200, 201), count(503), total - count(200, 201, 503)],
    `${memory} MB`,
    ...[p50, p99, Math.round(recoveredMs)].map((ms) => `${ms} ms`),
  ]
}
