import { PollenError } from '../pollen-error.js'
import { retryDelayMs } from './retry-delay-ms.js'

export interface Call {
  /** Sent as JSON. */
  body?: object
  /** Members that are `undefined` are left out. */
  query?: object | undefined
  /**
   * Whether making the call twice does the same as making it once, so that it may be made again when
   * nobody knows whether it arrived; `true` by default.
   */
  isRepeatable?: boolean
}

export interface Sender {
  /**
   * Makes a call that always has something to answer.
   *
   * @returns The `data` of the answer.
   * @throws PollenError
   */
  send<T>(method: string, path: string, call?: Call): Promise<T>
  /** Makes a call that may have nothing to do: `null` says that the server recorded nothing. */
  sendOrNothing<T>(method: string, path: string, call?: Call): Promise<T | null>
}

export interface SenderOptions {
  apiKey: string
  /** With the path of the API: `https://pollen.example/v1`. */
  base: string
  timeoutMs: number
  retries: number
  fetch: typeof fetch
}

export function createSender({ apiKey, base, timeoutMs, retries, fetch }: SenderOptions): Sender {
  async function attempt<T>(
    method: string,
    path: string,
    { body, query }: Call,
  ): Promise<{ data: T | null } | { error: PollenError; retryAfter: string | null }> {
    let retryAfter: string | null = null
    const failed = (reason: string, rest: Pick<PollenError, 'status'> | object = {}) => ({
      error: new PollenError(reason, { method, path, ...rest }),
      retryAfter,
    })
    try {
      const response = await fetch(`${base}${path}${queryText(query)}`, {
        method,
        headers: {
          accept: 'application/json',
          authorization: `Bearer ${apiKey}`,
          ...(body && { 'content-type': 'application/json' }),
        },
        ...(body && { body: JSON.stringify(body) }),
        // A key must not follow a redirect to somewhere else.
        redirect: 'manual',
        signal: AbortSignal.timeout(timeoutMs),
      })
      const { status } = response
      retryAfter = response.headers.get('retry-after')
      const answer = parse(await response.text())
      if (!response.ok) {
        const reason = answer?.message ?? 'The server gave no reason.'
        return failed(`${status} ${reason}`, { status, errors: answer?.errors })
      }
      if (!answer)
        return failed('The answer is no JSON. Is this the address of the API?', { status })
      return { data: answer.status ? ((answer.data as T) ?? null) : null }
    } catch (cause) {
      const isTimeout = cause instanceof Error && cause.name === 'TimeoutError'
      return failed(isTimeout ? `No answer within ${timeoutMs} ms.` : 'No connection.', { cause })
    }
  }

  async function sendOrNothing<T>(method: string, path: string, call: Call = {}) {
    const triesLeft = (call.isRepeatable ?? true) ? retries : 0
    for (let tries = 0; ; tries++) {
      const outcome = await attempt<T>(method, path, call)
      if ('data' in outcome) return outcome.data
      const { error, retryAfter } = outcome
      const delayMs =
        tries < triesLeft
          ? retryDelayMs({ status: error.status, retryAfter }, tries, Date.now(), Math.random())
          : undefined
      if (delayMs === undefined) throw error
      await new Promise((resolve) => setTimeout(resolve, delayMs))
    }
  }

  return {
    sendOrNothing,
    async send<T>(method: string, path: string, call?: Call) {
      const data = await sendOrNothing<T>(method, path, call)
      if (data === null) throw new PollenError('The answer has no data.', { method, path })
      return data
    },
  }
}

interface Answer {
  status?: unknown
  data?: unknown
  message?: string
  errors?: Record<string, string[]>
}

function parse(text: string): Answer | undefined {
  try {
    const answer: unknown = JSON.parse(text)
    return typeof answer === 'object' && answer !== null ? answer : undefined
  } catch {
    return undefined
  }
}

function queryText(query: object = {}): string {
  const parameters = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) parameters.set(name, String(value))
  }
  const text = parameters.toString()
  return text && `?${text}`
}
