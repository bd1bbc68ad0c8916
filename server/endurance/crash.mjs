// Kills servers and databases at random moments under load, and compares everything that was
// acknowledged with everything stored. `npm run crash -- --rounds 100 --database sqlite`
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { freePort } from '../../scripts/free-port.mjs'
import { startPostgres } from '../dev/start-postgres.mjs'
import { sendAgain, startLoad } from './insistent-load.mjs'
import { openLedger } from './ledger.mjs'
import { reports, send } from './reports.mjs'
import { createProgram, startNode, whenHealthy } from './start-node.mjs'

/** How long after the load began the blow falls, in milliseconds. */
const momentOfCrash = () => 50 + Math.random() * 300

/** What is killed in each form: a round ends with everything running again. */
const BLOWS = {
  'server on SQLite': { database: 'sqlite', nodes: 1, strike: strikeNode },
  'server on PostgreSQL': { database: 'postgres', nodes: 1, strike: strikeNode },
  'one of two servers on PostgreSQL': { database: 'postgres', nodes: 2, strike: strikeNode },
  'PostgreSQL under two servers': { database: 'postgres', nodes: 2, strike: strikePostgres },
}

/** kill -9, as a power cut would; then it is started again. */
async function strikeNode({ nodes, url }) {
  await nodes[0].end('SIGKILL')
  nodes[0] = await startNode(url, Number(new URL(nodes[0].url).port))
}

/** The servers must come back by themselves. */
async function strikePostgres({ nodes, postgres }) {
  await postgres.crash(Math.random() * 500)
  await Promise.all(nodes.map(({ url }) => whenHealthy(url)))
  if (!nodes.every(({ isRunning }) => isRunning())) throw new Error('a server ended')
}

/** Runs one form of the test; prints a line and returns whether nothing was lost. */
async function run(name, { database, nodes: count, strike }, rounds) {
  const begin = performance.now()
  const directory = mkdtempSync(join(tmpdir(), 'pollen-crash-'))
  const postgres = database === 'postgres' ? await startPostgres() : undefined
  const url = postgres?.url ?? `sqlite:${join(directory, 'pollen.db')}`
  const program = createProgram(url)
  const { click, signUp, sale, partner, customer } = reports(program)
  const nodes = []
  for (let i = 0; i < count; i += 1) nodes.push(await startNode(url, await freePort()))
  const ledger = openLedger()
  try {
    await send(nodes[0].url, partner())
    await send(nodes[0].url, customer())
    for (let round = 0; round < rounds; round += 1) {
      const load = startLoad(nodes, [click, click, signUp, sale], ledger)
      await pause(momentOfCrash())
      await strike({ nodes, url, postgres })
      await pause(50)
      await load.stop()
      await sendAgain(nodes, ledger)
    }
    const stored = await ledger.compare(url, program)
    const faults = ledger.complaints
    console.log(
      `${name}: ${rounds} crashes in ${Math.round((performance.now() - begin) / 1000)} s, ${ledger.acknowledged.size} acknowledged, ` +
        `${stored.click} clicks, ${stored.signUp} sign-ups and ${stored.sale} sales stored, ` +
        `${faults.length === 0 ? 'nothing lost, nothing twice' : `${faults.length} FAULTS`}`,
    )
    for (const fault of faults.slice(0, 20)) console.log(`  ${fault}`)
    return faults.length === 0
  } finally {
    for (const node of nodes) await node.end('SIGKILL')
    await postgres?.stop()
    rmSync(directory, { recursive: true, force: true })
  }
}

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '3' }, database: { type: 'string' } },
})
const wanted = Object.entries(BLOWS).filter(
  ([, { database }]) => values.database === undefined || values.database === database,
)
if (wanted.length === 0) {
  console.error('--database is sqlite or postgres; without it, both.')
  process.exit(2)
}
let isSound = true
for (const [name, blow] of wanted) {
  isSound = (await run(name, blow, Number(values.rounds))) && isSound
}
process.exit(isSound ? 0 : 1)
