import type { DestinationStream } from 'pino'
import { afterAll, beforeAll } from 'vitest'
import type { ServerConfig } from '../../src/config.js'
import { startServer } from '../../src/server.js'
import type { TestDatabase } from './databases.js'

/** A server of a suite's own; what it has is there once the suite runs. */
export interface TestServer {
  url: string
  database: TestDatabase
}

/**
 * Starts a server on a new database before the suite, and takes both away after it.
 *
 * @param options A function where they depend on what another helper starts.
 */
export function startTestServer(
  { create }: { create: () => Promise<TestDatabase> },
  options: Partial<ServerConfig> | (() => Partial<ServerConfig>) = {},
  logTo?: DestinationStream,
): TestServer {
  const server = {} as TestServer
  let stop = async () => {}
  beforeAll(async () => {
    const database = await create()
    const { url, close } = await startServer(
      {
        port: 0,
        logLevel: 'silent',
        eventsPerMinute: 0,
        database: database.url,
        ...(typeof options === 'function' ? options() : options),
      },
      logTo,
    )
    Object.assign(server, { url, database })
    stop = async () => {
      await close()
      await database.drop()
    }
  })
  afterAll(() => stop())
  return server
}
