import { forget, itemNames, keep, recall } from './lib/storage.js'
import { uuidV7 } from './lib/uuid-v7.js'
import { warnOnce } from './lib/warn-once.js'

/** What is told to the server. It is stored as it is, so that a later page can send it. */
export interface Report {
  url: string
  /** The same id each time it is sent: the server counts it once. */
  body: { id: string; key?: string | undefined } & Record<string, unknown>
  /** For a click: the cookies that it changed, and the key that stood in each before, if any. */
  before?: Record<string, string> | undefined
}

/** Who is credited: a partner, or in a refer-a-friend program the customer who referred. */
export interface Partner {
  key: string
  name: string | null
}

/** What the server answers, or the script in its place. */
export interface Answer {
  data: { key?: string; id?: string; partner: Partner | null } | null
  /** 1 when the server has taken it. */
  status: number
  /** Why it has not. */
  message?: string
}

export interface Outbox {
  /**
   * Stores a report, then sends it.
   *
   * @returns The server's answer, or what stands in its way; never rejects.
   */
  add(report: Report): Promise<Answer>
  /** Sends again what this page or an earlier one could not deliver. */
  flush(): void
}

/** A month: who was away for longer is better asked anew. */
const MAX_AGE_MS = 30 * 24 * 60 * 60 * 1000

/**
 * Reports that wait at most; the oldest give way. All of them may be in flight at once, and browsers
 * refuse keepalive requests beyond 64 KiB (https://fetch.spec.whatwg.org/#http-network-or-cache-fetch):
 * with two addresses of 1,000 characters in each, 20 stay below 50 KB.
 */
const MAX_REPORTS = 20

/** Doubled at each attempt to send what waits. */
const FIRST_RETRY_MS = 1500
const LONGEST_RETRY_MS = 30 * 60 * 1000

/** The server is too busy, or unwell: the same request may succeed later. */
const isTransient = (status: number) => /5..|408|429/.test(`${status}`)

/**
 * Keeps reports until the server has answered them, one item for each, so that tabs do not
 * overwrite each other's.
 *
 * @param prefix Of the items' names.
 * @param onAnswer Called with who is credited when the server has taken a report, perhaps one of an
 * earlier page.
 */
export function createOutbox(
  prefix: string,
  onAnswer: (report: Report, partner: Partner | null) => void,
): Outbox {
  const sending = new Set<string>()
  let delayMs = FIRST_RETRY_MS
  let timer: ReturnType<typeof setTimeout> | undefined

  const send = async (name: string, report: Report): Promise<Answer> => {
    const { url } = report
    const body = JSON.stringify(report.body)
    sending.add(name)
    try {
      // A text body is sent as text/plain, which spares the browser a preflight request. Cookies go
      // along to the site's own origin alone, whose handler may renew them in its answer.
      const request = new Request(url, { method: 'POST', body, keepalive: true })
      // Firefox before 133 lets go of the request when the page is left, but not of this one.
      // What arrives twice is counted once.
      if (!request.keepalive) navigator.sendBeacon(url, body)
      const response = await fetch(request)
      if (isTransient(response.status)) throw response
      // What is no JSON is not from the server: a hotel's log-in page, say. It counts as a failure.
      const answer = await response.json()
      delayMs = FIRST_RETRY_MS
      forget(name)
      if (answer.status) onAnswer(report, answer.data.partner)
      else warnOnce(`${url} answered: ${answer.message}`, prefix)
      return answer
    } catch {
      // Spread out, so that a server that comes back is not met by every visitor at once.
      timer = timer || setTimeout(flush, delayMs * (0.5 + Math.random()))
      return { data: null, status: 0, message: 'Kept for later.' }
    } finally {
      sending.delete(name)
    }
  }

  const flush = () => {
    const oldest = prefix + uuidV7(Date.now() - MAX_AGE_MS)
    timer = undefined
    delayMs = Math.min(delayMs * 2, LONGEST_RETRY_MS)
    itemNames()
      .filter((name) => name.startsWith(prefix))
      // Named by time, so the last are the youngest.
      .sort()
      .reverse()
      .forEach((name, index) => {
        const report = recall<Report>(name)
        if (!report || name < oldest || index >= MAX_REPORTS) forget(name)
        else if (!sending.has(name)) send(name, report)
      })
  }

  addEventListener('online', flush)

  return {
    flush,
    add(report) {
      const name = prefix + report.body.id
      keep(name, report)
      return send(name, report)
    },
  }
}
