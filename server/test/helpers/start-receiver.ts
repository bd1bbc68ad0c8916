import { createServer, type IncomingHttpHeaders, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll } from 'vitest'

export interface ReceivedMessage {
  path: string
  headers: IncomingHttpHeaders
  body: string
}

/** Takes webhook messages on a port of this machine. */
export interface Receiver {
  url: string
  /** What came so far, the first one first. */
  messages: ReceivedMessage[]
  /** How it answers: 200 unless a test says otherwise. */
  answer: (message: ReceivedMessage, response: Parameters<RequestListener>[1]) => void
}

/** What an honest receiver says. */
export const takeIt: Receiver['answer'] = (_message, response) => response.writeHead(200).end('ok')

/** Runs a receiver for the length of a suite. */
export function startReceiver(): Receiver {
  const receiver: Receiver = { url: '', messages: [], answer: takeIt }
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk) => chunks.push(chunk))
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString()
      const message = { path: request.url ?? '', headers: request.headers, body }
      receiver.messages.push(message)
      receiver.answer(message, response)
    })
  })
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    receiver.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })
  return receiver
}
