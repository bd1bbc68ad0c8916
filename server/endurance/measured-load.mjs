import { Agent, request } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'

/**
 * Sends from so many connections until it is told to stop.
 *
 * @param options.perSecond At most so many in all; without it, as fast as they are answered.
 * @param options.onAnswer Told of every report and its answer.
 * @returns `stop()` resolves with what was measured.
 */
export function startLoad(url, makeReport, { connections, perSecond = Infinity, onAnswer }) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const begin = performance.now()
  const latencies = []
  const statuses = new Map()
  let sent = 0
  let isOver = false

  const senders = Array.from({ length: connections }, async () => {
    while (!isOver) {
      const dueInMs = begin + (sent / perSecond) * 1000 - performance.now()
      sent += 1
      if (dueInMs > 0) await pause(dueInMs)
      const report = makeReport()
      const sentAt = performance.now()
      const answer = await post(url, report, agent)
      latencies.push(performance.now() - sentAt)
      statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1)
      onAnswer(report, answer)
    }
  })
  return {
    /** Percentiles in milliseconds of what was answered since this was asked last. */
    latency: () => {
      const sorted = latencies.splice(0).sort((a, b) => a - b)
      const at = (share) => Math.round(sorted[Math.floor(sorted.length * share)] ?? 0)
      return { count: sorted.length, p50: at(0.5), p99: at(0.99) }
    },
    async stop() {
      isOver = true
      await Promise.all(senders)
      agent.destroy()
      return { statuses, perSecond: sent / ((performance.now() - begin) / 1000) }
    },
  }
}

/** As `send` of reports.mjs, over connections that are kept. */
function post(url, { path, headers, body }, agent) {
  return new Promise((resolve) => {
    const text = JSON.stringify(body)
    const lost = () => resolve({ status: 0, retryAfter: null, body: undefined })
    const sent = request(
      `${url}${path}`,
      { method: 'POST', agent, headers: { ...headers, 'content-length': Buffer.byteLength(text) } },
      (response) => {
        let received = ''
        response.setEncoding('utf8')
        response.on('data', (chunk) => {
          received += chunk
        })
        response.on('error', lost)
        response.on('end', () =>
          resolve({
            status: response.statusCode,
            retryAfter: response.headers['retry-after'] ?? null,
            body: JSON.parse(received),
          }),
        )
      },
    )
    sent.on('error', lost)
    sent.end(text)
  })
}
