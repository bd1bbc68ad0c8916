import { InvalidArgumentError, Option } from 'commander'
import type { Level } from 'pino'
import { isEmail } from './domain/people/is-email.js'
import { isDatabaseUrl } from './store/open-database.js'

/** All that can be set about a server. */
export interface ServerConfig {
  /** TCP port; 0 for any free one. */
  port: number
  /** Address to listen on; `0.0.0.0` for all of this machine. */
  host: string
  /** `sqlite:./pollen.db` or `postgres://user:password@host/database`. */
  database: string
  /** The origin under which browsers reach us; where it is not set, what each request asked for. */
  publicUrl: string | undefined
  /** Whether a proxy in front says by X-Forwarded-… who asked, and for what. */
  trustProxy: boolean
  /** Events that one address may send per minute; 0 for no limit. */
  eventsPerMinute: number
  /** Requests to the API per minute that one key, and one address, may make; 0 for no limit. */
  requestsPerMinute: number
  /** Whether webhooks may lead to this machine and its network; for development. */
  allowPrivateWebhooks: boolean
  /** `smtp://user:password@mail.example:587`; without it no mail is sent. */
  smtpUrl: string | undefined
  /** Who letters come from: `Shop <news@shop.example>`. */
  mailFrom: string | undefined
  logLevel: Level | 'silent'
  /** Where `/metrics` is told to Prometheus, a port of its own; 0 for any free one, by default none. */
  metricsPort: number | undefined
  /** Address to listen on for it. */
  metricsHost: string
}

export const serverDefaults: Readonly<ServerConfig> = Object.freeze({
  port: 4700,
  host: '127.0.0.1',
  database: 'sqlite:./pollen.db',
  publicUrl: undefined,
  trustProxy: false,
  eventsPerMinute: 600,
  requestsPerMinute: 6000,
  allowPrivateWebhooks: false,
  smtpUrl: undefined,
  mailFrom: undefined,
  logLevel: 'info',
  metricsPort: undefined,
  metricsHost: '127.0.0.1',
})

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']

/** The flags, with the environment variables that stand in for them. Nothing else reads those. */
export const options = {
  port: () =>
    new Option('--port <number>', 'port to listen on')
      .env('PORT')
      .default(serverDefaults.port)
      .argParser((value) => integer(value, 0, 65_535)),
  host: () =>
    new Option('--host <address>', 'address to listen on, 0.0.0.0 for all')
      .env('HOST')
      .default(serverDefaults.host),
  database: () =>
    new Option('--database <url>', 'sqlite:FILE or postgres://…')
      .env('DATABASE_URL')
      .default(serverDefaults.database)
      .argParser(databaseUrl),
  publicUrl: () =>
    new Option('--public-url <url>', 'origin under which browsers reach this server')
      .env('PUBLIC_URL')
      .argParser(origin),
  trustProxy: () =>
    new Option('--trust-proxy', 'believe the X-Forwarded-… headers of a proxy in front').default(
      serverDefaults.trustProxy,
    ),
  eventsPerMinute: () =>
    new Option('--events-per-minute <number>', 'clicks and sign-ups per address, 0 for no limit')
      .env('EVENTS_PER_MINUTE')
      .default(serverDefaults.eventsPerMinute)
      .argParser((value) => integer(value, 0, 1_000_000)),
  requestsPerMinute: () =>
    new Option('--requests-per-minute <number>', 'API requests per key and address, 0 for no limit')
      .env('REQUESTS_PER_MINUTE')
      .default(serverDefaults.requestsPerMinute)
      .argParser((value) => integer(value, 0, 1_000_000)),
  allowPrivateWebhooks: () =>
    new Option('--allow-private-webhooks', 'send to this machine and its network, for development')
      .env('ALLOW_PRIVATE_WEBHOOKS')
      .default(serverDefaults.allowPrivateWebhooks),
  smtpUrl: () =>
    new Option('--smtp-url <url>', 'mail server, smtp://user:password@HOST:587 (default: no mail)')
      .env('SMTP_URL')
      .argParser(smtpUrl),
  mailFrom: () =>
    new Option('--mail-from <address>', 'who mail comes from, "Shop <news@shop.example>"')
      .env('MAIL_FROM')
      .argParser(sender),
  logLevel: () =>
    new Option('--log-level <level>', 'debug shows every request')
      .env('LOG_LEVEL')
      .default(serverDefaults.logLevel)
      .choices(LOG_LEVELS),
  metricsPort: () =>
    new Option(
      '--metrics-port <number>',
      'port for /metrics, which Prometheus reads (default: none)',
    )
      .env('METRICS_PORT')
      .argParser((value) => integer(value, 0, 65_535)),
  metricsHost: () =>
    new Option('--metrics-host <address>', 'address to listen on for /metrics')
      .env('METRICS_HOST')
      .default(serverDefaults.metricsHost),
}

function integer(value: string, minimum: number, maximum: number): number {
  const number = Number(value)
  if (!/^\d+$/.test(value) || number < minimum || number > maximum) {
    throw new InvalidArgumentError(`It is a whole number from ${minimum} to ${maximum}.`)
  }
  return number
}

function databaseUrl(value: string): string {
  if (isDatabaseUrl(value)) return value
  throw new InvalidArgumentError('It begins with sqlite: or postgres://, as in sqlite:./pollen.db.')
}

/** The message leaves the value out, for there is a password in it. */
function smtpUrl(value: string): string {
  if (URL.canParse(value) && /^smtps?:\/\/./.test(value) && new URL(value).hostname) return value
  throw new InvalidArgumentError(
    'It begins with smtp:// or smtps://, as in smtp://mail.example:587.',
  )
}

function sender(value: string): string {
  const address = /^[^<>\r\n]*<([^<>]+)>\s*$/.exec(value)?.[1] ?? value.trim()
  if (isEmail(address)) return value
  throw new InvalidArgumentError(
    'It is an address, as in news@shop.example or Shop <news@shop.example>.',
  )
}

/** @throws InvalidArgumentError for what is no origin of http or https. */
export function origin(value: string): string {
  if (URL.canParse(value) && /^https?:$/.test(new URL(value).protocol)) return new URL(value).origin
  throw new InvalidArgumentError('It is an origin such as https://pollen.example.')
}
