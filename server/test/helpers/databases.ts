import { mkdtempSync, rmSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Kysely } from 'kysely'
import pg from 'pg'
import { inject } from 'vitest'
import type { Database } from '../../src/store/database.js'
import { openDatabase } from '../../src/store/open-database.js'

/** A new database, and how to be rid of it. */
export interface TestDatabase {
  url: string
  /** Opens it beside the server that it is for; once, however often it is asked. */
  open(): Promise<Kysely<Database>>
  drop(): Promise<void>
}

function testDatabase(url: string, remove: () => void | Promise<void>): TestDatabase {
  let opened: Promise<Kysely<Database>> | undefined
  return {
    url,
    open: () => {
      opened ??= openDatabase(url)
      return opened
    },
    drop: async () => {
      await (await opened)?.destroy()
      await remove()
    },
  }
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
    return testDatabase(`sqlite:${join(directory, 'pollen.db')}`, () =>
      rmSync(directory, { recursive: true, force: true }),
    )
  },
}

const postgres = (serverUrl: string) => ({
  name: 'PostgreSQL',
  create: async (): Promise<TestDatabase> => {
    const name = `pollen_${crypto.randomUUID().replaceAll('-', '')}`
    await execute(serverUrl, `create database ${name}`)
    const url = new URL(serverUrl)
    url.pathname = name
    return testDatabase(url.href, () =>
      execute(serverUrl, `drop database if exists ${name} with (force)`),
    )
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
