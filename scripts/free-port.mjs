import { randomInt } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:net'

/**
 * A port of this machine that nobody listens on, for what is started by tests and benchmarks. It is none
 * of those that systems hand out by themselves (on Linux from 32768), so that it is still free when what
 * is meant to listen there has started.
 */
export async function freePort() {
  const port = randomInt(20_000, 30_000)
  const server = createServer().listen(port, '127.0.0.1')
  try {
    await once(server, 'listening')
  } catch {
    return freePort()
  }
  server.close()
  await once(server, 'close')
  return port
}
