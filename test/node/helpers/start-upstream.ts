import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import { listen } from './listen.js'

/** A request as it arrived. */
export interface Arrived {
  method: string
  path: string
  headers: IncomingHttpHeaders
  body: string
}

/**
 * A server that does what a real one seldom does, until the test has finished.
 *
 * @param answer Called for each request.
 * @returns Its origin, and what arrived.
 */
export async function startUpstream(
  answer: (request: Arrived, response: ServerResponse) => void,
): Promise<{ url: string; arrived: Arrived[] }> {
  const arrived: Arrived[] = []
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += chunk
    const { method = '', url: path = '', headers } = request
    const one = { method, path, headers, body }
    arrived.push(one)
    answer(one, response)
  })
  return { url: await listen(server), arrived }
}
