// What reading costs when the tables grow a hundredfold: one request after the other through the real
// server, at a small and at a large size.
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { foldFigures } from '../server/dist/store/figures/fold-figures.js'
import { openDatabase } from '../server/dist/store/open-database.js'
import { embeddedPostgres, postgres, sqlite } from './databases.mjs'
import { fill } from './fill.mjs'
import { median } from './median.mjs'
import { printTable } from './table.mjs'

/** Customers; there are five sales to each. */
const SMALL = 10_000
const LARGE = Number(process.env.BENCH_CUSTOMERS ?? 1_000_000)
const WARM_UP = 20
const REQUESTS = 100
const PORT = 4790
const CLI = 'server/bin/pollen-server.js'

/** By what the table calls them; `n` is another number in every request, up to that of customers. */
const SUBJECTS = {
  'customer by key': (n) => `/customers/customer-${n}`,
  'transaction by key': (n) => `/transactions/sale-${n}`,
  'partner by key': (n) => `/partners/partner-${1 + (n % 1_000)}`,
  'first page of customers': () => '/customers',
  'first page of transactions': () => '/transactions',
  'customers of a partner': (n) => `/customers?partner[key]=partner-${1 + (n % 1_000)}`,
  'transactions of a partner': (n) => `/transactions?partner[key]=partner-${1 + (n % 1_000)}`,
  'search of customers by key': (n) => `/customers:search?key=customer-${n}`,
  'search of customers by e-mail': (n) => `/customers:search?email=customer-${n}@example.com`,
  'search of partners by e-mail': (n) =>
    `/partners:search?email=partner-${1 + (n % 1_000)}@example.com`,
  overview: () => '/program/overview',
}

/** Runs our command and returns what it printed. */
async function output(args) {
  const child = spawn('node', [CLI, ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
  let text = ''
  for await (const chunk of child.stdout) text += chunk
  return text
}

/** Makes a program with that many customers, and returns what `program create` said of it. */
async function createProgram(database, customers) {
  const program = JSON.parse(
    await output([
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
      database.url,
      '--json',
    ]),
  )
  const connection = await database.open()
  await fill(connection, program.public_id, customers)
  await fold(database, program.public_id)
  await connection.settle()
  await connection.close()
  return program
}

/** Adds all that the rows noted to the figures in large steps, as the server does in small ones. */
async function fold({ url }, programId) {
  const db = await openDatabase(url)
  const foldSome = (trx) => foldFigures(trx, programId, 50_000)
  while (await db.transaction().execute(foldSome)) {}
  await db.destroy()
}

/** Hands `use` a server, and stops it. */
async function withServer(database, use) {
  const url = `http://127.0.0.1:${PORT}`
  const args = [CLI, 'serve', '--port', `${PORT}`, '--database', database.url]
  const child = spawn('node', [...args, '--requests-per-minute', '0'], { stdio: 'ignore' })
  try {
    while (
      !(await fetch(`${url}/health`).then(
        ({ ok }) => ok,
        () => false,
      ))
    ) {
      if (child.exitCode !== null) throw new Error('pollen-server ended early')
    }
    return await use(`${url}/v1`)
  } finally {
    child.kill()
    await new Promise((resolve) => child.once('exit', resolve))
  }
}

/** Milliseconds until a request is answered whole. */
async function timeOf(api, apiKey, path) {
  const started = performance.now()
  const response = await fetch(`${api}${path}`, { headers: { Authorization: `Bearer ${apiKey}` } })
  const text = await response.text()
  if (!response.ok) throw new Error(`${response.url} answered ${response.status}: ${text}`)
  return performance.now() - started
}

/** A row of the table per subject; the sizes are programs of one database that take turns. */
async function measure(database) {
  const programs = []
  for (const customers of [SMALL, LARGE]) {
    console.log(`Filling ${database.name} with ${customers} customers …`)
    const { api_key: apiKey } = await createProgram(database, customers)
    programs.push({ customers, apiKey })
  }
  return withServer(database, async (api) => {
    const rows = []
    for (const [subject, pathOf] of Object.entries(SUBJECTS)) {
      const times = programs.map(() => [])
      for (let request = 0; request < WARM_UP + REQUESTS; request += 1) {
        for (const [index, { customers, apiKey }] of programs.entries()) {
          const path = pathOf(1 + ((request * 104_729) % customers))
          times[index].push(await timeOf(api, apiKey, path))
        }
      }
      const [small, large] = times.map((all) => median(all.slice(WARM_UP)))
      const columns = [small, large, large / small].map((number) => number.toFixed(1))
      rows.push([`${database.name}: ${subject}`, ...columns, times[1][0].toFixed(0)])
    }
    return rows
  })
}

const rows = []
for (const make of [
  sqlite,
  () =>
    process.env.BENCH_POSTGRES_URL ? postgres(process.env.BENCH_POSTGRES_URL) : embeddedPostgres(),
]) {
  const folder = mkdtempSync(join(tmpdir(), 'pollen-bench-'))
  const database = await make(folder)
  try {
    rows.push(...(await measure(database)))
  } finally {
    await database.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

const sizes = [SMALL, LARGE].map((size) => `${size.toLocaleString('en')} customers, ms`)
console.log(`Node ${process.versions.node}, ${availableParallelism()} cores`)
printTable(
  ['request, one after the other', ...sizes, 'ratio', 'the very first at the large size, ms'],
  rows,
)
