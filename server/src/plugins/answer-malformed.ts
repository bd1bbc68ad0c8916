import { STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import { catalogue } from '../errors/catalogue.js'
import { SECURITY_HEADERS } from './security-headers.js'

/**
 * Answers what is not HTTP enough to become a request, such as a path with a bare space in it, in the
 * shape of every other error, and hangs up.
 *
 * @param error From Node's HTTP parser.
 */
export function answerMalformed(error: NodeJS.ErrnoException, socket: Socket): void {
  const isTooLarge = error.code === 'HPE_HEADER_OVERFLOW'
  const [status, message] = catalogue[isTooLarge ? 'headers_too_large' : 'malformed_request']
  if (!socket.writable) return void socket.destroy()
  const body = JSON.stringify({ message, errors: {}, status: 0 })
  const headers = {
    ...SECURITY_HEADERS,
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    connection: 'close',
  }
  const lines = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
  ]
  socket.end(`${lines.join('\r\n')}\r\n\r\n${body}`)
}
