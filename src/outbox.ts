import { forget, itemNames, keep, recall } from './lib/storage.js'
import { uuidV7 } from './lib/uuid-v7.js'
import { warnOnce } from './lib/warn-once.js'
import type { Offer } from './referrals/widget-data.js'

/** What is told to the server. It is stored as it is, so that a later page can send it. */
export interface Report {
  url: string
  /** The same id each time it is sent: the server counts it once. */
  body: { id: string; key?: string; session?: string } & Record<string, unknown>
  /** For a click: the cookies that it was to change, with the key in each before it. */
  before?: Record<string, string | undefined> | undefined
  /** How often it was sent. */
  tries?: number
  /**
   * Not to be sent before this time, in milliseconds since the epoch: it is being sent, perhaps by
   * another tab, or the server was not to be had.
   */
  after?: number
}

/** Who is credited: a partner, or in a refer-a-friend program the customer who referred. */
export interface Partner {
  key: string
  name: string | null
  /** What whoever comes by this link gets for buying; not there where nothing is promised. */
  offer?: Offer
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
  post(report: Report): Promise<Answer>
  /** Sends again what this page or an earlier one could not deliver. */
  sendAgain(): void
}

/** A month: who was away for longer is better asked anew. */
const MAX_AGE_MS = 30 * 24 * 60 * 60 * 1000

/**
 * Reports that wait at most; the oldest give way. All of them may be in flight at once, and browsers
 * refuse keepalive requests beyond 64 KiB (https://fetch.spec.whatwg.org/#http-network-or-cache-fetch):
 * with two addresses of 1,000 characters in each, 20 stay below 50 KB.
 */
export const MAX_REPORTS = 20

/** Characters. What is longer is more than a server takes, and would fail for ever as keepalive. */
const MAX_KEEPALIVE_LENGTH = 16_000

/** How long a report in flight is left alone, by the other tabs too. */
const IN_FLIGHT_MS = 10_000

/** Doubled each time that a report was not delivered. */
const FIRST_RETRY_MS = 1000
const LONGEST_RETRY_MS = 30 * 60 * 1000

/** After so many failures in a row the page gives up: a blocker never answers. */
const MAX_SILENCES = 3

/** The server is too busy, or unwell: the same request may succeed later. */
const isTransient = (status: number) => /5..|408|429/.test(status as never)

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
  let silences = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  const send = async (name: string, report: Report): Promise<Answer> => {
    const { url, tries = 0 } = report
    const body = JSON.stringify(report.body)
    const rest = (ms: number) =>
      keep(name, {
        ...report,
        tries: tries + 1,
        after: Date.now() + Math.min(ms, LONGEST_RETRY_MS),
      })
    // Spread out, so that a server that comes back is not met by every visitor at once.
    let pause = FIRST_RETRY_MS * 2 ** tries * (1 + Math.random())
    rest(IN_FLIGHT_MS)
    try {
      // A text body is sent as text/plain, which spares the browser a preflight request. Cookies go
      // along to the site's own origin alone, whose handler may renew them in its answer.
      const response = await fetch(url, {
        method: 'POST',
        body,
        keepalive: body.length < MAX_KEEPALIVE_LENGTH,
      })
      silences = 0
      if (isTransient(response.status)) {
        pause = (response.headers.get('Retry-After') as never) * 1000 || pause
        throw response
      }
      // What is no JSON is not from the server: a hotel's log-in page, say. It counts as a failure.
      const answer = await response.json()
      forget(name)
      if (answer.status) onAnswer(report, answer.data.partner)
      else warnOnce({ message: `${url} answered: ${answer.message}` })
      return answer
    } catch {
      silences += 1
      rest(pause)
      return { data: null, status: 0, message: 'Not sent yet.' }
    } finally {
      sendAgain()
    }
  }

  const sendAgain = () => {
    const now = Date.now()
    const oldest = prefix + uuidV7(now - MAX_AGE_MS)
    const waits: number[] = []
    clearTimeout(timer)
    // Named by time, so the last are the youngest.
    const names = itemNames(prefix).sort().reverse()
    names.forEach((name, index) => {
      const report = recall<Report>(name)
      const wait = (report.after as number) - now
      if (!report.url || name < oldest || index >= MAX_REPORTS) forget(name)
      // A longer one was said by a clock that has been set since.
      else if (wait > 0 && wait <= LONGEST_RETRY_MS) waits.push(wait)
      else send(name, report as Report)
    })
    // Spread out, so that tabs do not send the same at once.
    if (waits[0] && silences < MAX_SILENCES) {
      timer = setTimeout(sendAgain, Math.min(...waits) * (1 + Math.random()))
    }
  }

  addEventListener('online', () => {
    silences = 0
    sendAgain()
  })

  return {
    sendAgain,
    post: (report) => send(prefix + report.body.id, report),
  }
}
