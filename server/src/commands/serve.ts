import { Command } from 'commander'
import { options, type ServerConfig } from '../config.js'
import { examples } from './examples.js'

/** `pollen-server serve`: runs until it is told to stop, then finishes what it has begun. */
export const serveCommand = (): Command =>
  new Command('serve')
    .description('run the server')
    .addOption(options.port())
    .addOption(options.host())
    .addOption(options.database())
    .addOption(options.publicUrl())
    .addOption(options.trustProxy())
    .addOption(options.eventsPerMinute())
    .addOption(options.requestsPerMinute())
    .addOption(options.allowPrivateWebhooks())
    .addOption(options.smtpUrl())
    .addOption(options.mailFrom())
    .addOption(options.logLevel())
    .addOption(options.metricsPort())
    .addOption(options.metricsHost())
    .option('--json', 'print { "url": … } once it listens')
    .addHelpText(
      'after',
      examples(
        'serve',
        'serve --database postgres://pollen@db/pollen --public-url https://pollen.example --trust-proxy',
      ),
    )
    .action(async ({ json, ...config }: ServerConfig & { json?: true }) => {
      // Loaded here alone: it takes as long as any other command takes altogether.
      const { startServer } = await import('../server.js')
      const server = await startServer(config)
      for (const signal of ['SIGINT', 'SIGTERM'] as const) {
        process.once(signal, () => server.close())
      }
      // Whoever reads this may stop it at once.
      const { url } = server
      console.log(json ? JSON.stringify({ url }) : `pollen-server listens on ${url}`)
    })
