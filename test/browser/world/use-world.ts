import { afterAll, afterEach, beforeAll, beforeEach, type TestContext } from 'vitest'
import type { Engine, EngineName, Tab, Visitor } from '../engines/engine.js'
import { launchEngine } from '../engines/launch-engine.js'
import { type Host, type Network, type NetworkRequest, startNetwork } from './network.js'
import { type Page, page } from './page.js'
import { POLLEN_HOST, type Pollen, startPollen } from './pollen.js'

declare module 'vitest' {
  interface TaskMeta {
    /** In which browser the test ran; `docs/reliability.md` is made of it. */
    engine?: string
    /** What the browser cannot do, and the test therefore not show. */
    cannot?: string
  }
}

/** An event that the script has sent towards the server. */
export interface SentEvent {
  id: string
  key?: string
  url?: string
  session?: string
  data?: Record<string, string>
  request: NetworkRequest
}

/** Everything that a test needs: a browser, a network, sites on it, and a server. */
export interface World {
  engine: Engine
  network: Network
  pollen: Pollen
  /** Serves pages of a site by path; `*` is all others. Strings of a query do not matter. */
  site(host: string, pages: Record<string, Page | Host>): void
  /** A new person opens this address in a new browser. */
  visit(url: string): Promise<Tab>
  /** The same person opens this address in a further tab. */
  openTab(url: string): Promise<Tab>
  /** Clicks that were sent, each once though it was sent again, those included that never arrived. */
  clicks(): SentEvent[]
  /** Sign-ups, likewise. */
  signUps(): SentEvent[]
  /** Requests to this host, as `GET /path`. */
  asked(host: string): string[]
  /** Ends the test where this engine cannot do what it is about; the matrix says so. */
  cannot(context: TestContext, what: string): never
}

/**
 * Starts a world for the tests of this block, and makes it new for each of them.
 *
 * @param name The engine that people use in it.
 */
export function useWorld(name: EngineName): World {
  let engine: Engine
  let network: Network
  let pollen: Pollen
  let visitor: Visitor | undefined
  /** The programs of this test: what is sent to others comes late from the test before. */
  const programs = new Set<string>()

  beforeAll(async () => {
    network = await startNetwork()
    const started = await startPollen()
    pollen = {
      ...started,
      async newProgram(settings) {
        const program = await started.newProgram(settings)
        programs.add(program.id)
        return program
      },
    }
    engine = await launchEngine[name](network.proxy)
    network.host(POLLEN_HOST, pollen.host)
  })

  beforeEach(({ task }) => {
    task.meta.engine = engine.version
  })

  afterEach(async () => {
    await leave()
    network.forget()
    programs.clear()
    await pollen.start()
  })

  afterAll(async () => {
    await engine?.close()
    await pollen?.close()
    await network?.close()
  })

  const leave = async () => {
    const leaving = visitor
    visitor = undefined
    await leaving?.leave()
  }

  const sent = (what: string) =>
    network.requests
      .filter(({ method, url }) => {
        const [, program = '', last] = /\/programs\/([^/]+)\/(\w+)$/.exec(url.pathname) ?? []
        return method === 'POST' && last === what && programs.has(program)
      })
      .map((request): SentEvent => ({ ...JSON.parse(request.body), request }))
  const distinct = (events: SentEvent[]) => [
    ...new Map(events.map((event) => [event.id, event])).values(),
  ]

  return {
    get engine() {
      return engine
    },
    get network() {
      return network
    },
    get pollen() {
      return pollen
    },
    site(host, pages) {
      network.host(host, (request) => {
        const found = pages[request.url.pathname] ?? pages['*']
        if (typeof found === 'function') return found(request)
        return found ? page(found) : { status: 404 }
      })
    },
    async visit(url) {
      await leave()
      visitor = await engine.newVisitor()
      return visitor.openTab(url)
    },
    async openTab(url) {
      if (!visitor) throw new Error('Nobody is there yet: visit first.')
      return visitor.openTab(url)
    },
    clicks: () => distinct(sent('clicks')),
    signUps: () => distinct(sent('customers')),
    asked: (host) =>
      network.requests
        .filter(({ url }) => url.hostname === host)
        .map(({ method, url }) => `${method} ${url.pathname}`),
    cannot(context, what) {
      context.task.meta.cannot = what
      return context.skip(what)
    },
  }
}
