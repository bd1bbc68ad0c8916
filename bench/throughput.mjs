// Requests per second that are on disk when they are answered: one Node process, 50 connections, the
// load generator (autocannon) beside it on the same machine. Each subject is measured in every round,
// one after the other, so that a busy machine disturbs all alike.
// `npm run bench -- throughput --rounds 3 --seconds 3 --stored 10000000` (clicks that are there before).
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import autocannon from 'autocannon'
import { freePort } from '../scripts/free-port.mjs'
import { startPostgres } from '../server/dev/start-postgres.mjs'
import { reports, send } from '../server/endurance/reports.mjs'
import { createProgram, residentMegabytes, startNode } from '../server/endurance/start-node.mjs'
import { postgres as postgresAt, sqlite } from './databases.mjs'
import { fillClicks } from './fill-clicks.mjs'
import { median } from './median.mjs'
import { options } from './options.mjs'
import { printTable } from './table.mjs'

const CONNECTIONS = 50
const [rounds, seconds, stored] = [options.rounds, options.seconds, options.stored].map(Number)

/** Starts a script of this folder that listens on `port`. */
async function startScript(...args) {
  const port = await freePort()
  const child = spawn(process.execPath, [`bench/${args[0]}`, `${port}`, ...args.slice(1)], {
    stdio: 'inherit',
  })
  const url = `http://127.0.0.1:${port}`
  while (!(await fetch(url).then(Boolean, () => false))) {
    if (child.exitCode !== null) throw new Error(`${args.join(' ')} ended early`)
    await pause(50)
  }
  const end = async () => {
    const exit = once(child, 'exit')
    child.kill()
    await exit
  }
  return { url, pid: child.pid, end }
}

/** What is measured of Pollen on one database, which is filled for it. */
async function startPollen({ name, url, open }, nodeCount) {
  const program = createProgram(url)
  if (stored > 0) {
    // On PostgreSQL, a node makes the tables of the months that clicks go into.
    await (await startNode(url, await freePort())).end('SIGTERM')
    const database = await open()
    await fillClicks(database, program.public_id, stored)
    await database.settle()
    await database.close()
  }
  const nodes = []
  while (nodes.length < nodeCount) nodes.push(await startNode(url, await freePort()))
  const { click, signUp, sale, read, partner, customer } = reports(program)
  await send(nodes[0].url, partner())
  await send(nodes[0].url, customer())
  const makers = { clicks: click, 'sign-ups': signUp, sales: sale, 'reads by key': read }
  const subjects = Object.entries(makers).map(([subject, makeReport]) => ({
    name: `${name}: ${subject}`,
    nodes: nodes.slice(0, 1),
    makeReport,
    results: [],
  }))
  if (nodeCount === 1) return subjects
  const together = { name: `${name}: clicks, ${nodeCount} nodes`, nodes, makeReport: click }
  return [...subjects, { ...together, results: [] }]
}

const requestOf = ({ method = 'POST', path, headers, body }) => ({
  method,
  path,
  // A copy: autocannon writes the length of the body into it.
  headers: { ...headers },
  ...(body && { body: JSON.stringify(body) }),
})

/** Sends reports for some seconds, each as soon as one before it is answered. */
async function measure({ nodes, makeReport, results }) {
  const load = (node) =>
    autocannon({
      url: node.url,
      connections: CONNECTIONS / nodes.length,
      duration: seconds,
      requests: [{ setupRequest: (request) => ({ ...request, ...requestOf(makeReport()) }) }],
    })
  const loads = await Promise.all(nodes.map(load))
  const [sum, most] = [(list) => list.reduce((a, b) => a + b, 0), (list) => Math.max(...list)]
  results.push({
    perSecond: sum(loads.map(({ requests }) => requests.average)),
    p50: most(loads.map(({ latency }) => latency.p50)),
    p99: most(loads.map(({ latency }) => latency.p99)),
    refused: sum(loads.map(({ non2xx, errors }) => non2xx + errors)),
    memory: most(nodes.map(({ pid }) => residentMegabytes(pid))),
  })
}

function row({ name, results }) {
  const of = (pick) => median(results.map(pick))
  return [
    name,
    Math.round(of(({ perSecond }) => perSecond)),
    `${of(({ p50 }) => p50)} ms`,
    `${of(({ p99 }) => p99)} ms`,
    `${of(({ memory }) => memory)} MB`,
    results.reduce((sum, { refused }) => sum + refused, 0),
  ]
}

const folder = mkdtempSync(join(tmpdir(), 'pollen-bench-'))
const postgres = await startPostgres()
const sampleClick = reports({ public_id: 'X', api_key: '' }).click
const toRoot = () => ({ ...sampleClick(), path: '/' })
const subjects = []
try {
  const script = async (name, ...args) =>
    subjects.push({ name, nodes: [await startScript(...args)], makeReport: toRoot, results: [] })
  await script('bare Fastify, nothing stored', 'floor.mjs')
  await script('SQLite: the reference loop', 'reference.mjs', sqlite(folder, 'reference.db').url)
  subjects.push(...(await startPollen(sqlite(folder), 1)))
  await script('PostgreSQL: the reference loop', 'reference.mjs', postgres.url)
  subjects.push(...(await startPollen(postgresAt(postgres.url), 2)))

  // A first round warms all of them up.
  for (let round = 0; round <= rounds; round += 1) {
    for (const subject of subjects) {
      await measure(subject)
      if (round === 0) subject.results = []
    }
  }
} finally {
  for (const node of new Set(subjects.flatMap(({ nodes }) => nodes))) await node.end('SIGTERM')
  await postgres.stop()
  rmSync(folder, { recursive: true, force: true })
}

console.log(
  `Node ${process.versions.node}, ${availableParallelism()} cores (${cpus()[0]?.model}), ` +
    `${CONNECTIONS} connections, medians of ${rounds} rounds of ${seconds} s, ` +
    `${stored.toLocaleString('en')} clicks stored before`,
)
printTable(['requests', 'per second', 'p50', 'p99', 'memory', 'refused'], subjects.map(row))
