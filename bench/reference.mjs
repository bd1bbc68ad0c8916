// The reference loop of the throughput table: Fastify, one table, commits in groups of what waits, and
// nothing else: no validation, no look-up, no de-duplication told. `node reference.mjs <port> <database>`
import { createRequire } from 'node:module'
import { setImmediate } from 'node:timers/promises'

// The server's own dependencies, so that the difference is the server's doing.
const require = createRequire(new URL('../server/package.json', import.meta.url))
const { default: Fastify } = require('fastify')

const COLUMNS = ['id', 'key', 'url', 'referrer', 'session', 'at']
const TABLE = `create table click (id text primary key, key text, url text, referrer text,
  session text, at bigint)`

function sqlite(path) {
  const Sqlite = require('libsql')
  const db = new Sqlite(path)
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  db.exec(TABLE)
  const insert = db.prepare(`insert into click values (${COLUMNS.map(() => '?')})`)
  return async (rows) => {
    db.exec('begin immediate')
    for (const row of rows) insert.run(COLUMNS.map((column) => row[column]))
    db.exec('commit')
  }
}

async function postgres(url) {
  const client = new (require('pg').Client)({ connectionString: url })
  await client.connect()
  // Beside Pollen's tables, which are in the same database.
  await client.query('create schema reference; set search_path = reference')
  await client.query(TABLE)
  const types = COLUMNS.map((column) => (column === 'at' ? 'bigint[]' : 'text[]'))
  const text = `insert into click select * from unnest(${types.map((type, i) => `$${i + 1}::${type}`)})`
  return (rows) =>
    client.query({
      name: 'insert',
      text,
      values: COLUMNS.map((column) => rows.map((row) => row[column])),
    })
}

const [, , port, database] = process.argv
const write = database.startsWith('sqlite:')
  ? sqlite(database.slice('sqlite:'.length))
  : await postgres(database)

let waiting = []
let isWriting = false
async function writeAll() {
  isWriting = true
  while (waiting.length > 0) {
    await setImmediate()
    const group = waiting
    waiting = []
    await write(group.map(({ row }) => row))
    for (const { resolve } of group) resolve()
  }
  isWriting = false
}

const app = Fastify({ logger: false })
app.addContentTypeParser('text/plain', { parseAs: 'string' }, (_request, body, done) =>
  done(null, JSON.parse(body)),
)
app.post('/', async ({ body }, reply) => {
  await new Promise((resolve) => {
    waiting.push({ row: body, resolve })
    if (!isWriting) writeAll()
  })
  return reply.code(201).send({ status: 1 })
})
await app.listen({ host: '127.0.0.1', port: Number(port) })
