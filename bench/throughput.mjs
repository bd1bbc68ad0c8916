// Requests per second that are on disk when they are answered: one Node process, 50 connections, the
// load generator (autocannon) beside it on the same machine.
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import autocannon from 'autocannon'
import { printTable } from './table.mjs'

const { v7: uuidv7 } = createRequire(new URL('../server/package.json', import.meta.url))('uuid')

const CONNECTIONS = 50
const ROUNDS = 3
const SECONDS = 4
const PORT = 4790

const folder = mkdtempSync(join(tmpdir(), 'pollen-bench-'))
const cli = 'server/bin/pollen-server.js'

/** Runs a command and returns what it printed. */
async function output(command, args) {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  let text = ''
  for await (const chunk of child.stdout) text += chunk
  return text
}

/** Starts a server, hands it to `use` once it answers, and stops it. */
async function withServer(args, probe, use) {
  const child = spawn('node', args, { stdio: 'ignore' })
  try {
    while (!(await fetch(probe).then(Boolean, () => false))) {
      if (child.exitCode !== null) throw new Error(`node ${args.join(' ')} ended early`)
    }
    return await use(child.pid)
  } finally {
    child.kill()
    await new Promise((resolve) => child.once('exit', resolve))
  }
}

/** Sends `makeRequest()` as often as it is answered for some seconds. */
function load(url, makeRequest) {
  return autocannon({
    url,
    connections: CONNECTIONS,
    duration: SECONDS,
    requests: [{ setupRequest: (request) => ({ ...request, ...makeRequest() }) }],
  })
}

/** Resident memory of a process in megabytes; Linux only, 0 elsewhere. */
function residentMegabytes(pid) {
  try {
    const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
    return Math.round(kilobytes / 1024)
  } catch {
    return 0
  }
}

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]

/** A row of the table: the medians over some rounds. */
async function measure(name, url, pid, makeRequest) {
  const results = []
  for (let round = 0; round < ROUNDS; round += 1) results.push(await load(url, makeRequest))
  const failed = results.reduce((sum, { non2xx, errors }) => sum + non2xx + errors, 0)
  return [
    name,
    Math.round(median(results.map(({ requests }) => requests.average))),
    `${median(results.map(({ latency }) => latency.p50))} ms`,
    `${median(results.map(({ latency }) => latency.p99))} ms`,
    `${residentMegabytes(pid)} MB`,
    failed,
  ]
}

const json = { 'Content-Type': 'application/json' }
const unique = () => randomBytes(8).toString('hex')

async function measurePollen(name, database) {
  const program = JSON.parse(
    await output('node', [
      cli,
      'program',
      'create',
      '--name',
      'Bench',
      '--website',
      'https://shop.example',
      '--type',
      'affiliate',
      '--commission',
      '30%',
      '--database',
      database,
      '--json',
    ]),
  )
  const url = `http://127.0.0.1:${PORT}`
  const events = `/pub/v1/programs/${program.public_id}`
  const authorized = { ...json, Authorization: `Bearer ${program.api_key}` }
  const args = [
    cli,
    'serve',
    '--port',
    `${PORT}`,
    '--database',
    database,
    '--events-per-minute',
    '0',
  ]

  return withServer(args, `${url}/health`, async (pid) => {
    const post = (path, body) =>
      fetch(`${url}${path}`, { method: 'POST', headers: authorized, body: JSON.stringify(body) })
    await post('/v1/partners', { key: 'jane', email: 'jane@example.com' })
    await post('/v1/customers', { key: 'ada', email: 'ada@example.com', partner: { key: 'jane' } })

    const subjects = {
      clicks: () => ({
        method: 'POST',
        path: `${events}/clicks`,
        headers: { 'Content-Type': 'text/plain' },
        body: JSON.stringify({
          id: uuidv7(),
          key: 'jane',
          url: 'https://shop.example/pricing?aff=jane',
          referrer: 'https://blog.example/best-shops',
          session: uuidv7(),
          at: Date.now(),
        }),
      }),
      'sign-ups': () => {
        const name = unique()
        return {
          method: 'POST',
          path: `${events}/customers`,
          headers: { 'Content-Type': 'text/plain' },
          body: JSON.stringify({
            id: uuidv7(),
            key: 'jane',
            session: uuidv7(),
            data: { key: name, email: `${name}@example.com`, name: 'Ada' },
          }),
        }
      },
      sales: () => ({
        method: 'POST',
        path: '/v1/transactions',
        headers: authorized,
        body: JSON.stringify({ key: unique(), amount: 99.99, customer: { key: 'ada' } }),
      }),
      'reads by key': () => ({ method: 'GET', path: '/v1/customers/ada', headers: authorized }),
    }
    const rows = []
    for (const [subject, makeRequest] of Object.entries(subjects)) {
      rows.push(await measure(`${name}: ${subject}`, url, pid, makeRequest))
    }
    return rows
  })
}

const floorUrl = `http://127.0.0.1:${PORT}`
const rows = await withServer(['bench/floor.mjs', `${PORT}`], floorUrl, async (pid) => [
  await measure('bare Fastify, nothing stored', floorUrl, pid, () => ({
    method: 'POST',
    path: '/',
    headers: { 'Content-Type': 'text/plain' },
    body: '{}',
  })),
])
rows.push(...(await measurePollen('SQLite', `sqlite:${join(folder, 'pollen.db')}`)))
if (process.env.BENCH_POSTGRES_URL) {
  rows.push(...(await measurePollen('PostgreSQL', process.env.BENCH_POSTGRES_URL)))
} else {
  console.log('Without BENCH_POSTGRES_URL, PostgreSQL is left out.')
}
rmSync(folder, { recursive: true, force: true })

console.log(
  `Node ${process.versions.node}, ${availableParallelism()} cores, ${CONNECTIONS} connections`,
)
printTable(['requests', 'per second', 'p50', 'p99', 'memory', 'refused'], rows)
