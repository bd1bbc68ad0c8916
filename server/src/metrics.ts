import type { Kysely } from 'kysely'
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Database } from './store/database.js'
import { connectionsOf } from './store/open-database.js'
import { outboxState } from './store/outbox-state.js'

/** What an operator watches, see docs/operations.md. */
export interface Metrics {
  /** All of it in the text format of Prometheus. */
  read(): Promise<string>
  contentType: string
  /** @param route Its pattern, never the path: `/v1/customers/:id`. */
  requestAnswered(method: string, route: string, status: number, seconds: number): void
  /** A group of this kind of rows was committed. */
  groupWritten(of: string, size: number, seconds: number): void
  /** @param waiting How many rows of this kind wait for the next commit, asked at each reading. */
  watchQueue(of: string, waiting: () => number): void
  /** A message was sent to a webhook, or was not taken. */
  messageSent(isTaken: boolean, seconds: number): void
}

/** How long a reading waits for the database, in milliseconds. */
const PATIENCE_MS = 2000

const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5]
const SIZES = [1, 2, 5, 10, 25, 50, 100, 250, 500]

/** What is counted from now on in this process; see https://github.com/siimon/prom-client. */
export function createMetrics(db: Kysely<Database>): Metrics {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })

  const requests = new Histogram({
    name: 'pollen_http_request_duration_seconds',
    help: 'From the first byte of a request to the last of its answer, by route and class of status.',
    labelNames: ['method', 'route', 'status'],
    buckets: SECONDS,
    registers,
  })
  const groupSizes = new Histogram({
    name: 'pollen_group_size',
    help: 'Rows that one commit wrote.',
    labelNames: ['of'],
    buckets: SIZES,
    registers,
  })
  const groupSeconds = new Histogram({
    name: 'pollen_group_duration_seconds',
    help: 'What writing and committing a group took.',
    labelNames: ['of'],
    buckets: SECONDS,
    registers,
  })
  const queues = new Map<string, () => number>()
  new Gauge({
    name: 'pollen_queue_depth',
    help: 'Rows that wait for the next commit.',
    labelNames: ['of'],
    registers,
    collect() {
      for (const [of, waiting] of queues) this.set({ of }, waiting())
    },
  })
  new Gauge({
    name: 'pollen_database_connections',
    help: 'Connections to PostgreSQL that are busy or idle, and statements that wait for one.',
    labelNames: ['state'],
    registers,
    collect() {
      for (const [state, count] of Object.entries(connectionsOf(db) ?? {}))
        this.set({ state }, count)
    },
  })
  const messages = new Histogram({
    name: 'pollen_webhook_attempt_duration_seconds',
    help: 'What sending a message to a webhook took, by whether it was taken.',
    labelNames: ['outcome'],
    buckets: [...SECONDS, 15],
    registers,
  })
  const up = new Gauge({
    name: 'pollen_database_up',
    help: 'Whether the database answered this reading.',
    registers,
  })
  const depth = new Gauge({
    name: 'pollen_webhook_messages_waiting',
    help: 'Messages to webhooks still to be sent, counted up to 10000.',
    registers,
  })
  const overdue = new Gauge({
    name: 'pollen_webhook_overdue_seconds',
    help: 'For how long the most belated message has been due.',
    registers,
  })

  async function readDatabase(): Promise<void> {
    try {
      const { waiting, dueSince } = await withinTime(outboxState(db))
      up.set(1)
      depth.set(waiting)
      overdue.set(dueSince === null ? 0 : Math.max(0, Date.now() - dueSince) / 1000)
    } catch {
      up.set(0)
      depth.remove()
      overdue.remove()
    }
  }

  return {
    read: async () => {
      await readDatabase()
      return registry.metrics()
    },
    contentType: registry.contentType,
    requestAnswered: (method, route, status, seconds) =>
      requests.observe({ method, route, status: `${Math.floor(status / 100)}xx` }, seconds),
    groupWritten: (of, size, seconds) => {
      groupSizes.observe({ of }, size)
      groupSeconds.observe({ of }, seconds)
    },
    watchQueue: (of, waiting) => void queues.set(of, waiting),
    messageSent: (isTaken, seconds) =>
      messages.observe({ outcome: isTaken ? 'taken' : 'failed' }, seconds),
  }
}

/** @throws When there is no answer in time. */
function withinTime<T>(answer: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('no answer in time')), PATIENCE_MS)
    answer.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}
