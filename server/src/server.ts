import type { AddressInfo } from 'node:net'
import pino, { type DestinationStream } from 'pino'
import { createApp } from './app.js'
import { readBrowserFiles } from './browser-files.js'
import { type ServerConfig, serverDefaults } from './config.js'
import { openDatabase } from './store/open-database.js'

export interface RunningServer {
  /** Where it listens: `http://127.0.0.1:4700`. */
  url: string
  /** Finishes the requests that it has taken, takes no more, and closes the database. */
  close(): Promise<void>
}

/**
 * Starts a server: opens the database, brings its tables up to date, then listens.
 *
 * @param options What differs from `serverDefaults`; a `port` of 0 takes any free one.
 * @param logTo Where log lines go, by default to standard error.
 * @throws One sentence for an operator when the database, the port or the built files are not there.
 */
export async function startServer(
  options: Partial<ServerConfig> = {},
  logTo: DestinationStream = pino.destination(2),
): Promise<RunningServer> {
  const config = { ...serverDefaults, ...options }
  const files = readBrowserFiles()
  const db = await openDatabase(config.database)
  const app = await createApp({ ...config, db, files, logTo })
  app.addHook('onClose', () => db.destroy())
  try {
    await app.listen({ port: config.port, host: config.host })
  } catch (error) {
    await app.close()
    throw listenError(error as NodeJS.ErrnoException, config)
  }
  return {
    url: urlOf(app.server.address() as AddressInfo),
    close: () => app.close(),
  }
}

function urlOf({ address, family, port }: AddressInfo): string {
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`
}

/** In words, and with the flag that helps. */
function listenError(error: NodeJS.ErrnoException, { host, port }: ServerConfig): Error {
  const sentences: Record<string, string> = {
    EADDRINUSE: `Port ${port} on ${host} is taken by another program: choose another with --port.`,
    EACCES: `Port ${port} may not be used by this user: choose one above 1023 with --port.`,
    EADDRNOTAVAIL: `${host} is no address of this machine: choose another with --host.`,
  }
  return new Error(sentences[error.code ?? ''] ?? error.message, { cause: error })
}
