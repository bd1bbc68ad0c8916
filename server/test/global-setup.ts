import type { TestProject } from 'vitest/node'
import { startPostgres } from '../dev/start-postgres.mjs'

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
    // No test cuts the power, so none has to wait for the disk. Each server takes up to ten connections,
    // a file has several, and how many files run at once the machine decides.
    const { url, stop } = await startPostgres(['-c', 'fsync=off', '-c', 'max_connections=500'])
    project.provide('postgresUrl', url)
    return stop
  } catch (error) {
    if (process.env.POLLEN_REQUIRE_POSTGRES) throw error
    console.warn(`No PostgreSQL could be started, so only SQLite is tested: ${reason(error)}`)
    project.provide('postgresUrl', undefined)
  }
}

const reason = (error: unknown) => (error instanceof Error ? error.message : String(error))
