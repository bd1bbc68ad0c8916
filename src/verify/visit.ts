import type { Devtools, DevtoolsEvent } from './devtools.js'
import { readProgram } from './read-program.js'
import { NOTE_BINDING, type Note, watchPage } from './watch-page.js'

/** A request of the page, and how it went. */
export interface PageRequest {
  url: string
  method: string
  /** As DevTools names it: `Document`, `Script`, `Fetch`, `Ping`, … */
  type: string
  status?: number
  /** Why there was no answer: `net::ERR_NAME_NOT_RESOLVED`, `csp`, … */
  error?: string
  /** The answer's text, of scripts and of what scripts ask for. */
  answer?: string
  /** Whether nothing more of the answer will come. */
  isOver?: boolean
}

export interface Cookie {
  name: string
  value: string
  domain: string
  path: string
  secure: boolean
  sameSite?: string
  /** Seconds since the epoch; -1 for a cookie that ends with the browser. */
  expires: number
}

/** All that one visit of a page has shown. */
export interface Visit {
  /** Where it ended, after redirects. */
  url: string
  requests: PageRequest[]
  notes: Note[]
  cookies: Cookie[]
  /** What Pollen said on the console. */
  warnings: string[]
  /** Whether the bundle has taken over the stub's queue. */
  isTakenOver: boolean
}

export interface VisitOptions {
  /** Milliseconds until the visit ends at the latest. */
  timeoutMs: number
  /** Ends the visit when the page has loaded, and has had nothing to ask for so long. */
  quietMs: number
  /** Ends the visit once the page has loaded and this holds. */
  isDone: (visit: Visit) => boolean
}

const POLL_MS = 50

/** Whether it is known how the request went; of a stream, there may be more to come. */
export const isAnswered = ({ status, error }: PageRequest): boolean =>
  status !== undefined || error !== undefined

const TAKEN_OVER = `(() => {
  const { q } = window[window.__partnerObject || 'po'] || {}
  return Array.isArray(q) && Object.hasOwn(q, 'push')
})()`

/** Consent that a page requires is given on the visitor's behalf: there is nobody to ask. */
const GRANT = `window[window.__partnerObject || 'po']('consent', 'grant'), undefined`

/** Visits a page as somebody who was never there. */
export async function visit(
  devtools: Devtools,
  url: string,
  { timeoutMs, quietMs, isDone }: VisitOptions,
): Promise<Visit> {
  const { browserContextId } = await devtools.send('Target.createBrowserContext')
  const { targetId } = await devtools.send('Target.createTarget', {
    url: 'about:blank',
    browserContextId,
  })
  const { sessionId } = await devtools.send('Target.attachToTarget', { targetId, flatten: true })
  const send = (method: string, params?: object) => devtools.send(method, params, sessionId)

  const seen: Visit = {
    url,
    requests: [],
    notes: [],
    cookies: [],
    warnings: [],
    isTakenOver: false,
  }
  const byId = new Map<string, PageRequest>()
  let hasLoaded = false
  let hasConsented = false
  let lastHeardAt = Date.now()

  const readAnswer = async (requestId: string) => {
    const request = byId.get(requestId)
    if (!request) return
    if (/Script|Fetch|XHR/.test(request.type)) {
      // An answer that the browser has not kept is judged by its status.
      const { body } = await send('Network.getResponseBody', { requestId }).catch(() => ({}))
      if (body) request.answer = body
    }
    request.isOver = true
  }

  const handlers: Record<string, (params: DevtoolsEvent['params']) => void> = {
    'Network.requestWillBeSent'({ requestId, request, type, redirectResponse }) {
      if (redirectResponse && type === 'Document') seen.url = request.url
      const entry = { url: request.url, method: request.method, type: type ?? 'Other' }
      byId.set(requestId, entry)
      seen.requests.push(entry)
    },
    'Network.responseReceived'({ requestId, response }) {
      const request = byId.get(requestId)
      if (request) request.status = response.status
    },
    'Network.loadingFinished': ({ requestId }) => void readAnswer(requestId),
    'Network.loadingFailed'({ requestId, errorText, blockedReason }) {
      const request = byId.get(requestId)
      if (!request) return
      if (!request.status) request.error = blockedReason ?? errorText
      request.isOver = true
    },
    'Runtime.bindingCalled'({ name, payload }) {
      if (name === NOTE_BINDING) seen.notes.push(JSON.parse(payload))
    },
    'Runtime.consoleAPICalled'({ args }) {
      const text = args[0]?.value
      if (/^(Pollen|po): /.test(text)) seen.warnings.push(text)
    },
    'Page.loadEventFired'() {
      hasLoaded = true
    },
  }
  const stop = devtools.listen(({ method, params, sessionId: from }) => {
    if (from !== sessionId) return
    lastHeardAt = Date.now()
    handlers[method]?.(params)
  })

  const isQuiet = () => Date.now() - lastHeardAt > quietMs && seen.requests.every(isAnswered)

  try {
    await Promise.all(['Network', 'Page', 'Runtime'].map((domain) => send(`${domain}.enable`)))
    await send('Runtime.addBinding', { name: NOTE_BINDING })
    await send('Page.addScriptToEvaluateOnNewDocument', {
      source: `(${watchPage})(${JSON.stringify(NOTE_BINDING)})`,
    })
    const deadline = Date.now() + timeoutMs
    const navigation = await send('Page.navigate', { url })
    if (navigation.errorText) {
      const [document] = seen.requests
      if (document) document.error ??= navigation.errorText
      return seen
    }
    while (Date.now() < deadline) {
      const { result } = await send('Runtime.evaluate', { expression: TAKEN_OVER })
      seen.isTakenOver = result.value === true
      if (seen.isTakenOver && !hasConsented && readProgram(seen)?.settings.consent === 'required') {
        hasConsented = true
        await send('Runtime.evaluate', { expression: GRANT })
      }
      if (hasLoaded && (isDone(seen) || isQuiet())) break
      await new Promise((resolve) => setTimeout(resolve, POLL_MS))
    }
    seen.cookies = (await send('Network.getCookies')).cookies
    return seen
  } finally {
    stop()
    await devtools.send('Target.disposeBrowserContext', { browserContextId })
  }
}
