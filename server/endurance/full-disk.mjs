// Fills the disk under a server while reports come in, makes room again, and compares everything that
// was acknowledged with everything stored. Mounts a disk of 48 MB in memory, so it is for root on Linux.
// `npm run full-disk -- [--database sqlite | postgres]`
import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { freePort } from '../../scripts/free-port.mjs'
import { startPostgres } from '../dev/start-postgres.mjs'
import { openLedger } from './ledger.mjs'
import { reports, send } from './reports.mjs'
import { createProgram, startNode } from './start-node.mjs'

/** Reports that are sent at once, and how often while the disk is full. */
const VOLLEY = 200
const VOLLEYS = 5

/** How soon a server is ready after there is room again. */
const RECOVERY_MS = 5000

/** By database: the URL of one whose rows lie on the disk, and how to end it. */
const databases = {
  sqlite: async (disk) => ({ url: `sqlite:${join(disk, 'pollen.db')}`, stop: () => {} }),
  postgres: async (disk) => {
    const { url, stop } = await startPostgres()
    const folder = join(disk, 'rows')
    mkdirSync(folder)
    execFileSync('chown', ['postgres', folder])
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    await client.query(`create tablespace small location '${folder}'`)
    await client.query('create database small tablespace small')
    await client.end()
    return { url: Object.assign(new URL(url), { pathname: 'small' }).href, stop }
  },
}

const { values } = parseArgs({ options: { database: { type: 'string' } } })
const wanted = Object.keys(databases).filter((name) => name === (values.database ?? name))
if (wanted.length === 0) {
  console.error('--database is sqlite or postgres; without it, both.')
  process.exit(2)
}
let isSound = true
for (const name of wanted) isSound = (await run(name)) && isSound
process.exit(isSound ? 0 : 1)

/** Prints what came of it; returns whether nothing was lost. */
async function run(name) {
  const disk = mkdtempSync(join(tmpdir(), 'pollen-disk-'))
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=48m', 'tmpfs', disk])
  chmodSync(disk, 0o755)
  const { url, stop } = await databases[name](disk)
  const program = createProgram(url)
  const node = await startNode(url, await freePort())
  try {
    const kinds = reports(program)
    const ledger = openLedger()
    await send(node.url, kinds.partner())
    await send(node.url, kinds.customer())
    const mixed = [kinds.click, kinds.click, kinds.signUp, kinds.sale]
    const refused = []
    const volley = () =>
      Promise.all(
        Array.from({ length: VOLLEY }, async (_, turn) => {
          const report = mixed[turn % mixed.length]()
          if (!ledger.note(report, await send(node.url, report))) refused.push(report)
        }),
      )
    await volley()
    const { bavail, bsize } = statfsSync(disk)
    const filler = join(disk, 'filler')
    writeFileSync(filler, Buffer.alloc(bavail * bsize))
    for (let turn = 0; turn < VOLLEYS; turn += 1) await volley()
    const [health, ready] = await Promise.all(
      ['/health', '/ready'].map((path) => statusOf(node, path)),
    )
    if (health !== 200) ledger.complaints.push(`/health was ${health} on a full disk`)
    if (ready !== 503) ledger.complaints.push(`/ready was ${ready} on a full disk`)

    rmSync(filler)
    const begin = performance.now()
    while ((await statusOf(node, '/ready')) !== 200 && performance.now() - begin < RECOVERY_MS) {
      await pause(20)
    }
    const recoveredMs = Math.round(performance.now() - begin)
    const count = refused.length
    for (const report of refused) ledger.note(report, await send(node.url, report))
    const stored = await ledger.compare(url, program)
    const all = Object.values(stored).reduce((sum, one) => sum + one, 0)
    if (all !== VOLLEY * (VOLLEYS + 1)) ledger.complaints.push(`${all} stored in the end`)
    const verdict =
      ledger.complaints.length === 0 ? 'nothing lost' : `FAULTS: ${ledger.complaints.slice(0, 5)}`
    console.log(
      `full disk under ${name}: ${count} of ${VOLLEY * VOLLEYS} refused with 503, ready ${recoveredMs} ms ` +
        `after there was room, ${ledger.acknowledged.size} acknowledged in the end, ${verdict}`,
    )
    return ledger.complaints.length === 0
  } finally {
    await node.end('SIGKILL')
    await stop()
    execFileSync('umount', ['--lazy', disk])
    rmSync(disk, { recursive: true, force: true })
  }
}

async function statusOf({ url }, path) {
  return (await fetch(`${url}${path}`)).status
}
