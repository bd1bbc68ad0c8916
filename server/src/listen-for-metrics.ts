import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'

/**
 * Answers `GET /metrics` and nothing else, until the app is closed, on a socket of its own: what an
 * operator reads has no business on the address that strangers know.
 *
 * @param app Not listening yet.
 * @returns Where it listens.
 * @throws When it cannot listen there.
 */
export async function listenForMetrics(
  app: FastifyInstance,
  port: number,
  host: string,
): Promise<AddressInfo> {
  const server = createServer(async ({ method, url }, response) => {
    if (method !== 'GET' || url !== '/metrics' || !app.metrics) return response.writeHead(404).end()
    const text = await app.metrics.read()
    return response.writeHead(200, { 'content-type': app.metrics.contentType }).end(text)
  })
  app.addHook('preClose', async () => {
    server.close()
    server.closeAllConnections()
  })
  server.listen(port, host)
  await once(server, 'listening')
  return server.address() as AddressInfo
}
