// Two nodes behind a PgBouncer that gives them a session for one transaction at a time: after several have
// migrated an empty database at once, they take clicks, sign-ups and sales, send messages and add up
// figures, of which nothing may be lost or come twice. `npm run pooler -- --seconds 5`; needs `pgbouncer`,
// as apt installs it.
import { createServer } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { freePort } from '../../scripts/free-port.mjs'
import { startPostgres } from '../dev/start-postgres.mjs'
import { openDatabase } from '../dist/store/open-database.js'
import { sendAgain, startLoad } from './insistent-load.mjs'
import { openLedger } from './ledger.mjs'
import { reports, send } from './reports.mjs'
import { createProgram, startNode } from './start-node.mjs'
import { startPgBouncer } from './start-pgbouncer.mjs'

/** What is left over when the load ends is sent and added up within this. */
const PATIENCE_MS = 60_000

const { values } = parseArgs({ options: { seconds: { type: 'string', default: '10' } } })
process.env.ALLOW_PRIVATE_WEBHOOKS = 'true'

const postgres = await startPostgres()
const pooler = await startPgBouncer(postgres.url)
const received = new Set()
const receiver = createServer((request, response) => {
  received.add(request.headers['webhook-id'])
  request.resume().on('end', () => response.end('ok'))
}).listen(0, '127.0.0.1')
const nodes = []
try {
  const opened = await Promise.all([1, 2, 3, 4].map(() => openDatabase(pooler.url)))
  await Promise.all(opened.map((db) => db.destroy()))
  const start = () => freePort().then((port) => startNode(pooler.url, port))
  nodes.push(...(await Promise.all([start(), start()])))
  const program = createProgram(pooler.url)
  const { click, signUp, sale, partner, customer } = reports(program)
  const ledger = openLedger()
  await send(nodes[0].url, partner())
  await send(nodes[0].url, customer())
  await send(nodes[1].url, {
    ...partner(),
    path: '/v1/webhooks',
    body: {
      name: 'Sales',
      url: `http://127.0.0.1:${receiver.address().port}`,
      events: ['transaction.created'],
    },
  })

  const load = startLoad(nodes, [click, click, signUp, sale], ledger)
  await pause(Number(values.seconds) * 1000)
  await load.stop()
  await sendAgain(nodes, ledger)
  const stored = await ledger.compare(postgres.url, program)
  const figures = async () => {
    const answer = await fetch(`${nodes[0].url}/v1/partners/jane`, { headers: partner().headers })
    const { clicks, signups, sales_count } = (await answer.json()).data.referrals
    return [clicks, signups, sales_count].join()
  }
  const expected = [stored.click, stored.signUp + 1, stored.sale].join()
  await settled('the messages of all sales', () => received.size === stored.sale, ledger)
  await settled('the figures', async () => (await figures()) === expected, ledger)
  if (await holdsLocks(postgres.url)) ledger.complaints.push('a session holds a lock for good')
  for (const node of nodes.splice(0)) {
    const code = await node.end('SIGTERM')
    if (code !== 0) ledger.complaints.push(`a node ended with ${code}`)
  }

  console.log(
    `two nodes behind PgBouncer ${pooler.version}: ${ledger.acknowledged.size} acknowledged, ` +
      `${stored.click} clicks, ${stored.signUp} sign-ups and ${stored.sale} sales stored, ` +
      `${received.size} messages received, ` +
      `${ledger.complaints.length === 0 ? 'nothing lost, nothing twice' : `${ledger.complaints.length} FAULTS`}`,
  )
  for (const fault of ledger.complaints.slice(0, 20)) console.log(`  ${fault}`)
  process.exitCode = ledger.complaints.length === 0 ? 0 : 1
} finally {
  for (const node of nodes) await node.end('SIGKILL')
  receiver.close()
  await pooler.stop()
  await postgres.stop()
}

/** Waits for what comes a little later than its answer. */
async function settled(what, isSettled, ledger) {
  const until = Date.now() + PATIENCE_MS
  while (!(await isSettled())) {
    if (Date.now() > until) return ledger.complaints.push(`${what} are not as they should be`)
    await pause(100)
  }
}

/** Whether a session kept what only its own end would release: it is somebody else's by now. */
async function holdsLocks(url) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query("select 1 from pg_locks where locktype = 'advisory'")
  await client.end()
  return rows.length > 0
}
