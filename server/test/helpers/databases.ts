import { mkdtempSync, rmSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { inject } from 'vitest'

/** An empty database, and how to be rid of it. */
export interface TestDatabase {
  url: string
  drop(): Promise<void>
}

/**
 * Where SQLite's files lie: in memory where there is a file system for that with room enough, for no
 * test cuts the power, so none has to wait for the disk.
 */
const folder = hasRoom('/dev/shm') ? '/dev/shm' : tmpdir()

/** Whether half a gigabyte is free there; containers often have but 64 MB. */
function hasRoom(path: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(path)
    return bavail * bsize > 512 * 1024 * 1024
  } catch {
    return false
  }
}

export const sqlite = {
  name: 'SQLite',
  create: async (): Promise<TestDatabase> => {
    const directory = mkdtempSync(join(folder, 'pollen-sqlite-'))
    return {
      url: `sqlite:${join(directory, 'pollen.db')}`,
      drop: async () => rmSync(directory, { recursive: true, force: true }),
    }
  },
}

const postgres = (serverUrl: string) => ({
  name: 'PostgreSQL',
  create: async (): Promise<TestDatabase> => {
    const name = `pollen_${crypto.randomUUID().replaceAll('-', '')}`
    await execute(serverUrl, `create database ${name}`)
    const url = new URL(serverUrl)
    url.pathname = name
    return {
      url: url.href,
      drop: () => execute(serverUrl, `drop database if exists ${name} with (force)`),
    }
  },
})

async function execute(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

const postgresUrl = inject('postgresUrl')

/** Every database that this machine can test: `describe.each(databases)`. */
export const databases = postgresUrl ? [sqlite, postgres(postgresUrl)] : [sqlite]
