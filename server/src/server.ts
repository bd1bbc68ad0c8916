import type { AddressInfo } from 'node:net'
import pino, { type DestinationStream } from 'pino'
import { createApp } from './app.js'
import { readBrowserFiles } from './browser-files.js'
import { type ServerConfig, serverDefaults } from './config.js'
import { readHelpFiles } from './help-files.js'
import { listenForMetrics } from './listen-for-metrics.js'
import { newerMigrations, newestMigration } from './store/migrate.js'
import { openDatabase } from './store/open-database.js'
import { readWebFiles } from './web-files.js'

export interface RunningServer {
  /** Where it listens: `http://127.0.0.1:4700`. */
  url: string
  /** Where `/metrics` is told, if it was asked for. */
  metricsUrl: string | undefined
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
  checkMail(config)
  const files = readBrowserFiles()
  const web = readWebFiles()
  const help = readHelpFiles()
  const db = await openDatabase(config.database)
  const app = await createApp({ ...config, db, files, web, help, logTo })
  app.addHook('onClose', () => db.destroy())
  const newer = await newerMigrations(db)
  if (newer.length > 0) {
    app.log.warn(
      { migrations: newer, newest_known: newestMigration },
      'the database was migrated by a newer version: finish the rollout, or restore a backup of this one',
    )
  }
  const { port, host, metricsPort, metricsHost } = config
  try {
    const metricsAddress =
      metricsPort === undefined
        ? undefined
        : await listenForMetrics(app, metricsPort, metricsHost).catch(
            explain('--metrics-', metricsPort, metricsHost),
          )
    await app.listen({ port, host }).catch(explain('--', port, host))
    return {
      url: urlOf(app.server.address() as AddressInfo),
      metricsUrl: metricsAddress && `${urlOf(metricsAddress)}/metrics`,
      close: () => app.close(),
    }
  } catch (error) {
    await app.close()
    throw error
  }
}

/**
 * Letters carry links to this server. They cannot lead to whatever host a request asked for: whoever
 * asks in another's name would choose it.
 */
function checkMail({ smtpUrl, mailFrom, publicUrl }: ServerConfig): void {
  if (smtpUrl === undefined) return
  if (mailFrom === undefined) throw new Error('Say with --mail-from who mail comes from.')
  if (publicUrl === undefined) {
    throw new Error('Say with --public-url where browsers reach this server: letters link to it.')
  }
}

function urlOf({ address, family, port }: AddressInfo): string {
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`
}

/** Why it cannot listen there: in words, and with the flag that helps. */
const explain =
  (flags: string, port: number, host: string) =>
  (error: NodeJS.ErrnoException): never => {
    const sentences: Record<string, string> = {
      EADDRINUSE: `Port ${port} on ${host} is taken by another program: choose another with ${flags}port.`,
      EACCES: `Port ${port} may not be used by this user: choose one above 1023 with ${flags}port.`,
      EADDRNOTAVAIL: `${host} is no address of this machine: choose another with ${flags}host.`,
    }
    throw new Error(sentences[error.code ?? ''] ?? error.message, { cause: error })
  }
