// The site and every tracker's server in one: pages under any name, scripts cacheable and compressed,
// and whatever else is asked for answered as the trackers expect, after a delay.
import { createServer } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'

/** Clocks of 5 µs instead of 100: https://developer.mozilla.org/docs/Web/API/Performance_API/High_precision_timing */
const ISOLATED = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
}

/** How long a page may take to be at rest. */
const PATIENCE_MS = 30_000

const SETTINGS = `(function(o){o('settings','host','HOST/pub/v1');o('program','BENCH001','type','affiliate');
o('program','BENCH001','settings','cookie_time',30);o('program','BENCH001','settings','query_param','aff')})(window.po)`

const answerOf = (path, host) => {
  if (path.endsWith('/settings.js')) return ['text/javascript', SETTINGS.replace('HOST', host)]
  if (path.startsWith('/v1/projects/')) {
    return ['application/json', '{"integrations":{"Segment.io":{"apiKey":"bench"}}}']
  }
  return ['application/json', '{"data":{"partner":{"key":"jane","name":"Jane"}},"status":1}']
}

/** Runs in each page before all scripts; notes when the first cookie is written. */
function noteCookie() {
  const cookie = Object.getOwnPropertyDescriptor(Document.prototype, 'cookie')
  Object.defineProperty(Document.prototype, 'cookie', {
    ...cookie,
    set(text) {
      cookie.set.call(this, text)
      // Probes for the widest domain are not yet the cookie.
      if (!/probe|tld|dmn_chk/i.test(text)) window.__cookieAt ??= performance.now()
    },
  })
}

/** When a script starts is taken down by its first statement; a directive has to stay its first line. */
const timed = (script) => script.replace(/^(\/\/#.*\n)?/, '$1__started=performance.now();')

/** Starts it on a free port; `subjects` are given later, as they name its origin. */
export async function startStubServer() {
  let pages = {}
  let scripts = {}
  let delayMs = 0
  let counted = { requests: 0, bytes: 0 }
  let open = 0
  let busyAt = 0

  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://stub.test')
    open += 1
    busyAt = performance.now()
    response.on('close', () => {
      open -= 1
      busyAt = performance.now()
    })
    const { origin = '*', host } = request.headers
    const send = (status, headers, body = '') => {
      response.writeHead(status, {
        'access-control-allow-origin': origin,
        'access-control-allow-credentials': 'true',
        'access-control-allow-headers': 'content-type, authorization',
        'cross-origin-resource-policy': 'cross-origin',
        ...headers,
      })
      response.end(body)
      counted.bytes += Buffer.byteLength(body)
    }
    if (pages[pathname]) {
      const page = pages[pathname]
      response.writeHead(200, { 'content-type': 'text/html', ...ISOLATED }).end(page)
      return
    }
    if (pathname === '/favicon.ico') {
      response.writeHead(204).end()
      return
    }
    counted.requests += 1
    request.on('data', (chunk) => {
      counted.bytes += chunk.length
    })
    request.on('end', () => {
      if (scripts[pathname]) {
        const headers = { 'content-type': 'text/javascript', 'content-encoding': 'gzip' }
        send(200, { ...headers, 'cache-control': 'max-age=1000' }, scripts[pathname])
        return
      }
      const [type, body] = answerOf(pathname, `http://${host}`)
      const status = request.method === 'OPTIONS' ? 204 : 200
      setTimeout(() => send(status, { 'content-type': type }, status === 204 ? '' : body), delayMs)
    })
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))

  return {
    port: server.address().port,
    serve(subjects) {
      const body = '<h1>Shop</h1><p>What a landing page says.</p>'
      const page = (head) =>
        `<!doctype html><html><head><script>(${noteCookie})()</script>${head}</head><body>${body}</body></html>`
      pages = Object.fromEntries(subjects.map(({ id, head }) => [`/${id}`, page(head)]))
      pages['/blank'] = page('')
      scripts = Object.fromEntries(
        subjects.map(({ id, script }) => [`/js/${id}.js`, gzipSync(timed(script), { level: 9 })]),
      )
    },
    /** Lets everything but pages and scripts wait. */
    delay(ms) {
      delayMs = ms
    },
    /** Requests, and bytes of bodies in both directions, since it was asked last. */
    count() {
      const result = counted
      counted = { requests: 0, bytes: 0 }
      return result
    },
    /**
     * Resolves when nothing has been asked for, nor waited to be answered, for so many milliseconds.
     *
     * @throws After half a minute in which that did not happen.
     */
    async untilQuiet(ms) {
      const began = performance.now()
      busyAt = began
      while (open > 0 || performance.now() - busyAt < ms) {
        if (performance.now() - began > PATIENCE_MS) throw new Error('The page is never quiet.')
        await pause(20)
      }
    },
    stop() {
      server.closeAllConnections()
      server.close()
    },
  }
}
