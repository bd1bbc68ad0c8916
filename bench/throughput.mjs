// Requests per second that are on disk when they are answered: one Node process, 50 connections, the
// load generator (autocannon) beside it on the same machine. Each subject is measured in every round,
// one after the other, so that a busy machine disturbs all alike.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import autocannon from 'autocannon'
import { freePort } from '../server/endurance/free-port.mjs'
import { reports, send } from '../server/endurance/reports.mjs'
import { createProgram, residentMegabytes, startNode } from '../server/endurance/start-node.mjs'
import { startPostgres } from '../server/endurance/start-postgres.mjs'
import { printTable } from './table.mjs'

const CONNECTIONS = 50
const ROUNDS = 3
const SECONDS = 3

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

/** What is measured of Pollen on one database; the database is filled by it. */
async function startPollen(name, database) {
  const program = createProgram(database)
  const node = await startNode(database, await freePort())
  const { click, signUp, sale, partner, customer } = reports(program)
  await send(node.url, partner())
  await send(node.url, customer())
  const subjects = { clicks: click, 'sign-ups': signUp, sales: sale }
  return Object.entries(subjects).map(([subject, makeReport]) => ({
    name: `${name}: ${subject}`,
    node,
    makeReport,
    results: [],
  }))
}

const requestOf = ({ path, headers, body }) => ({
  method: 'POST',
  path,
  headers,
  body: JSON.stringify(body),
})

/** Sends reports for some seconds, each as soon as one before it is answered. */
async function measure({ node, makeReport, results }) {
  const result = await autocannon({
    url: node.url,
    connections: CONNECTIONS,
    duration: SECONDS,
    requests: [{ setupRequest: (request) => ({ ...request, ...requestOf(makeReport()) }) }],
  })
  results.push({ ...result, memory: residentMegabytes(node.pid) })
}

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]

function row({ name, results }) {
  const of = (pick) => median(results.map(pick))
  return [
    name,
    Math.round(of(({ requests }) => requests.average)),
    `${of(({ latency }) => latency.p50)} ms`,
    `${of(({ latency }) => latency.p99)} ms`,
    `${of(({ memory }) => memory)} MB`,
    results.reduce((sum, { non2xx, errors }) => sum + non2xx + errors, 0),
  ]
}

const folder = mkdtempSync(join(tmpdir(), 'pollen-bench-'))
const postgres = await startPostgres()
const file = (name) => `sqlite:${join(folder, name)}`
const sampleClick = reports({ public_id: 'X', api_key: '' }).click
const toRoot = () => ({ ...sampleClick(), path: '/' })
const subjects = []
try {
  const script = async (name, ...args) =>
    subjects.push({ name, node: await startScript(...args), makeReport: toRoot, results: [] })
  await script('bare Fastify, nothing stored', 'floor.mjs')
  await script('SQLite: the reference loop', 'reference.mjs', file('reference.db'))
  subjects.push(...(await startPollen('SQLite', file('pollen.db'))))
  const reference = new URL(postgres.url)
  reference.pathname = '/postgres'
  await script('PostgreSQL: the reference loop', 'reference.mjs', reference.href)
  subjects.push(...(await startPollen('PostgreSQL', postgres.url)))

  // A first round warms all of them up.
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const subject of subjects) {
      await measure(subject)
      if (round === 0) subject.results = []
    }
  }
} finally {
  for (const node of new Set(subjects.map(({ node }) => node))) await node.end('SIGTERM')
  await postgres.stop()
  rmSync(folder, { recursive: true, force: true })
}

console.log(
  `Node ${process.versions.node}, ${availableParallelism()} cores (${cpus()[0]?.model}), ` +
    `${CONNECTIONS} connections, medians of ${ROUNDS} rounds of ${SECONDS} s`,
)
printTable(['requests', 'per second', 'p50', 'p99', 'memory', 'refused'], subjects.map(row))
