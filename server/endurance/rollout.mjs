// Replaces the nodes of a version by those of this one, one after the other, under load on one
// PostgreSQL, and compares everything that was acknowledged with everything stored.
// `npm run rollout -- --before <folder>/node_modules/pollen-server/bin/pollen-server.js`
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { freePort } from '../../scripts/free-port.mjs'
import { startPostgres } from '../dev/start-postgres.mjs'
import { sendAgain, startLoad } from './insistent-load.mjs'
import { openLedger } from './ledger.mjs'
import { reports, send } from './reports.mjs'
import { createProgram, startNode } from './start-node.mjs'

/** How long each state of the rollout lasts under load. */
const STATE_MS = 2000

const { values } = parseArgs({ options: { before: { type: 'string' } } })
if (values.before === undefined) {
  console.error(
    'Usage: npm run rollout -- --before <the bin/pollen-server.js of the version before>',
  )
  process.exit(2)
}
const { before } = values

const postgres = await startPostgres()
const program = createProgram(postgres.url, before)
const migrationsBefore = await migrations(postgres.url)
const { click, signUp, sale, partner, customer } = reports(program)
const ledger = openLedger()
const older = () => freePort().then((port) => startNode(postgres.url, port, before))
const newer = () => freePort().then((port) => startNode(postgres.url, port))
const nodes = [await older(), await older()]
try {
  await send(nodes[0].url, partner())
  await send(nodes[0].url, customer())
  const load = startLoad(nodes, [click, click, signUp, sale], ledger)
  for (const [turn, start] of [
    [0, newer],
    // Beside a newer one, an older one may have to start again.
    [1, older],
    [1, newer],
  ]) {
    await pause(STATE_MS)
    const next = await start()
    const last = nodes[turn]
    nodes[turn] = next
    await sendAgain(nodes, ledger)
    const code = await last.end('SIGTERM')
    if (code !== 0) ledger.complaints.push(`a node that was replaced ended with ${code}`)
  }
  await pause(STATE_MS)
  await load.stop()
  await sendAgain(nodes, ledger)
  const stored = await ledger.compare(postgres.url, program)
  const added = (await migrations(postgres.url)).filter((name) => !migrationsBefore.includes(name))
  console.log(
    `replaced under load, with ${added.join(', ') || 'no migration'}: ` +
      `${ledger.acknowledged.size} acknowledged, ${stored.click} clicks, ${stored.signUp} sign-ups and ` +
      `${stored.sale} sales stored, ` +
      `${ledger.complaints.length === 0 ? 'nothing lost, nothing twice' : `${ledger.complaints.length} FAULTS`}`,
  )
  for (const fault of ledger.complaints.slice(0, 20)) console.log(`  ${fault}`)
} finally {
  for (const node of nodes) await node.end('SIGKILL')
  await postgres.stop()
}
process.exit(ledger.complaints.length === 0 ? 0 : 1)

/** The names of those that a database has. */
async function migrations(url) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query('select name from kysely_migration order by name')
  await client.end()
  return rows.map(({ name }) => name)
}
