// The databases that benchmarks fill themselves: their URL for the server, and a way in beside it.
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { startPostgres } from '../server/dev/start-postgres.mjs'

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

/** A PostgreSQL of its own, as it comes but for its memory and the waiting on the disk. */
export async function embeddedPostgres() {
  const { url, stop } = await startPostgres(
    ['fsync=off', 'max_wal_size=8GB', 'shared_buffers=1GB'].flatMap((setting) => ['-c', setting]),
  )
  return postgres(url, stop)
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
