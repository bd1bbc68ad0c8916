import { connect, createServer, type Socket } from 'node:net'
import { afterAll } from 'vitest'
import { freePort } from '../../../scripts/free-port.mjs'

/** A road to a database that can be cut. */
export interface Proxy {
  url: string
  /** Breaks every connection, and takes no new ones. */
  cut(): Promise<void>
  /** Opens it again. */
  mend(): Promise<void>
}

/** Stands between a server and the database at `url`, on a port of its own, until the suite ends. */
export async function startProxy(url: string): Promise<Proxy> {
  const target = new URL(url)
  const sockets = new Set<Socket>()
  const server = createServer((near) => {
    const far = connect(Number(target.port), target.hostname)
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from)
      from.pipe(to)
      from.on('error', () => {})
      from.on('close', () => {
        sockets.delete(from)
        to.destroy()
      })
    }
  })
  const port = await freePort()
  const listen = () => new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const cut = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      for (const socket of sockets) socket.destroy()
    })
  await listen()
  afterAll(async () => {
    if (server.listening) await cut()
  })
  const proxied = new URL(url)
  proxied.port = String(port)
  return { url: proxied.href, cut, mend: listen }
}
