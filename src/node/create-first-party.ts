import { assertOptions } from './first-party/assert-options.js'
import { createReader } from './first-party/create-reader.js'
import { createRelay } from './first-party/create-relay.js'
import { isPageVisit } from './first-party/is-page-visit.js'
import { landingCookies } from './first-party/landing-cookies.js'
import { pageOrigin } from './first-party/page-origin.js'
import { type Program, readProgram } from './first-party/program.js'
import { routeOf, SCRIPTS } from './first-party/route.js'
import { createUpstream, type Script } from './first-party/upstream.js'
import { baseUrl } from './lib/base-url.js'
import { parseCookies } from './lib/parse-cookies.js'
import { type Remembered, remember } from './lib/remember.js'

export interface FirstPartyOptions {
  /** The server: `https://pollen.example`. */
  host: string
  /** Public ids of the programs that this site takes part in. Nothing is passed on for others. */
  programs: readonly string[]
  /** What all addresses of the handler begin with; `/t` by default. Choose a word of your own. */
  path?: string | undefined
  /** The script's file name without `.js`; `site` by default, for `/t/site.js`. Choose a word too. */
  scriptName?: string | undefined
  /**
   * Domain of the cookies, `shop.example` for it and all below it. By default the one that the program
   * sets, else the last two labels of the page's host. Where those belong to strangers as well, as with
   * `shop.co.uk`, it has to be given.
   */
  cookieDomain?: string | undefined
  /** How long the server may take to answer, in milliseconds; 5,000 by default. */
  timeoutMs?: number | undefined
  /** Instead of the global one, for a proxy or a test. */
  fetch?: typeof fetch | undefined
}

/** What a request does not say of its visitor. */
export interface Visitor {
  /** The visitor's IP address, told to the server in `X-Forwarded-For`. */
  address?: string | undefined
}

export interface FirstParty {
  /** What all addresses of the handler begin with: `/t`. */
  readonly path: string
  /**
   * Answers requests for the handler's own addresses.
   *
   * @returns `undefined` for every other request; it is left untouched. Never rejects because of the
   *   server: where that does not answer, a script is answered with 502, all else with 503.
   */
  handle(request: Request, visitor?: Visitor): Promise<Response | undefined>
  /**
   * The cookies to send with a page that a referral link led to, so that visitors whose browser runs no
   * script of ours are remembered too. It waits for nothing: before the settings are there, it is empty.
   *
   * @returns Values for `Set-Cookie`, one header each. Such a page must not be kept by a shared cache.
   */
  landingCookies(request: Request): string[]
  /**
   * Fetches the settings of the programs, which otherwise happens when they are first asked for. Never
   * rejects.
   */
  load(): Promise<void>
}

/** How long a script or settings are used before the server is asked again. */
const FRESH_MS = 300_000

/**
 * Puts the script, the settings, the events and the widgets on the site's own origin, where neither blockers' lists
 * nor the seven days that Safari gives to cookies of scripts decide.
 *
 * @throws TypeError for options that cannot be meant.
 */
export function createFirstParty({
  host,
  programs,
  path = '/t',
  scriptName = 'site',
  cookieDomain,
  timeoutMs = 5000,
  fetch = (...request) => globalThis.fetch(...request),
}: FirstPartyOptions): FirstParty {
  assertOptions({ programs, path, scriptName, cookieDomain })
  const upstream = createUpstream(baseUrl(host, '', 'createFirstParty()'), timeoutMs, fetch)
  const scripts = {} as Record<(typeof SCRIPTS)[number], Remembered<Script>>
  for (const name of SCRIPTS) scripts[name] = remember(() => upstream.script(name), FRESH_MS)
  const known = new Map<string, Remembered<Program>>()
  for (const id of programs) {
    const load = async () => readProgram(await upstream.program(id), cookieDomain)
    known.set(id, remember(load, FRESH_MS))
  }

  const program = (id: string) => known.get(id)?.get() ?? Promise.reject(new RangeError(id))
  const read = createReader({ script: (name) => scripts[name].get(), program }, path)
  const pass = createRelay({ pass: upstream.pass, program })

  return {
    path,

    async handle(request, visitor = {}) {
      const { pathname } = new URL(request.url)
      const route = routeOf(request.method, pathname, { path, scriptName, programs })
      if (!route) return undefined
      return route.kind === 'passed' ? pass(request, route, visitor.address) : read(request, route)
    },

    landingCookies(request) {
      if (!isPageVisit(request)) return []
      const told = [...known.values()].flatMap((program) => program.peek() ?? [])
      const standing = parseCookies(request.headers.get('cookie'))
      return landingCookies(told, request.url, standing, pageOrigin(request))
    },

    async load() {
      await Promise.allSettled(programs.map(program))
    },
  }
}
