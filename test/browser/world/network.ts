import { once } from 'node:events'
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { makeCertificate } from './certificate.js'

/** A request as the network saw it. */
export interface NetworkRequest {
  method: string
  url: URL
  headers: IncomingHttpHeaders
  body: string
}

/** What a site answers. */
export interface Reply {
  status?: number
  headers?: Record<string, string | string[]>
  body?: string | Uint8Array
}

/** The server of a host. */
export type Host = (request: NetworkRequest) => Reply | Promise<Reply>

/** What happens to a request on its way. */
interface Obstacle {
  matches(request: NetworkRequest): boolean
  /** Resolves when the request may go on; with a reply when somebody on the way has answered. */
  meet(): Promise<Reply | 'cut' | undefined>
}

/** Takes an obstacle out of the way. */
export type Undo = () => void

/** All hosts that a browser can reach, by name, and all that it asked of them. */
export interface Network {
  /** What browsers take for their HTTP proxy: `127.0.0.1:54321`. */
  proxy: string
  /** Every request to a host of the tests in the order of arrival, those cut off included. */
  requests: NetworkRequest[]
  /** Lets a host answer under this name, until the network is forgotten. */
  host(name: string, host: Host): void
  /** Requests whose address matches do not arrive, and nobody answers: a blocker, a dead server. */
  cut(address: RegExp): Undo
  /** Requests whose address matches do not arrive before the undo is called. */
  hold(address: RegExp): Undo
  /** Somebody on the way answers requests whose address matches. */
  intercept(address: RegExp, reply: Reply): Undo
  /** Forgets the requests and the obstacles, and whoever was there: what is under way goes nowhere. */
  forget(): void
  close(): Promise<void>
}

/**
 * Starts a proxy that knows every host of the tests, by HTTP and HTTPS. So each browser finds any
 * name without a change to the machine, and what was asked is seen the same way whatever the browser.
 */
export async function startNetwork(): Promise<Network> {
  const hosts = new Map<string, Host>()
  const requests: NetworkRequest[] = []
  const obstacles = new Set<Obstacle>()

  const put = (address: RegExp, meet: Obstacle['meet']): Undo => {
    const obstacle: Obstacle = { matches: ({ url }) => address.test(url.href), meet }
    obstacles.add(obstacle)
    return () => obstacles.delete(obstacle)
  }

  async function answer(incoming: IncomingMessage, response: ServerResponse) {
    const request = await read(incoming)
    const { hostname } = request.url
    // Browsers ask for updates and the like.
    if (!hostname.endsWith('.test') && !hosts.has(hostname)) return send(response, { status: 502 })
    requests.push(request)
    for (const obstacle of obstacles) {
      if (!obstacle.matches(request)) continue
      const outcome = await obstacle.meet()
      if (outcome === 'cut') return incoming.socket.destroy()
      if (outcome) return send(response, outcome)
    }
    const host = hosts.get(request.url.hostname)
    try {
      send(response, host ? await host(request) : { status: 404 })
    } catch {
      incoming.socket.destroy()
    }
  }

  const listener = (request: IncomingMessage, response: ServerResponse) => {
    answer(request, response).catch(() => request.socket.destroy())
  }
  const server = createServer(listener)
  const secure = createTlsServer(await makeCertificate(), listener)
  const tunnels = new Set<Duplex>()
  server.on('connect', ({ url = '' }, socket) => {
    // What browsers ask of their makers is none of a test's business.
    if (!url.endsWith('.test:443')) return socket.destroy()
    tunnels.add(socket)
    // A browser that leaves in the middle is nothing to fail at.
    socket.on('error', () => {}).on('close', () => tunnels.delete(socket))
    socket.write('HTTP/1.1 200 OK\r\n\r\n')
    secure.emit('connection', socket)
  })
  const disconnect = () => {
    server.closeAllConnections()
    for (const tunnel of tunnels) tunnel.destroy()
  }
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')

  return {
    proxy: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    host: (name, host) => hosts.set(name, host),
    cut: (address) => put(address, async () => 'cut'),
    hold(address) {
      let release = () => {}
      const held = new Promise<undefined>((resolve) => {
        release = () => resolve(undefined)
      })
      const remove = put(address, () => held)
      return () => {
        remove()
        release()
      }
    },
    intercept: (address, reply) => put(address, async () => reply),
    forget() {
      disconnect()
      requests.length = 0
      obstacles.clear()
    },
    async close() {
      disconnect()
      server.close()
      await once(server, 'close')
    },
  }
}

async function read(incoming: IncomingMessage): Promise<NetworkRequest> {
  let body = ''
  for await (const chunk of incoming.setEncoding('utf8')) body += chunk
  const { method = '', url = '', headers } = incoming
  // A proxy is asked for a whole address, a host that the proxy leads to for a path.
  return { method, url: new URL(url, `https://${headers.host}`), headers, body }
}

function send(response: ServerResponse, { status = 200, headers = {}, body = '' }: Reply): void {
  // A browser sends again by itself what fails on a connection that it had in use before.
  response.writeHead(status, { ...headers, connection: 'close' }).end(body)
}
