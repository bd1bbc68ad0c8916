import type { Socket } from 'node:net'
import { catalogue } from '../errors/catalogue.js'

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
  socket.end(
    `HTTP/1.1 ${status} ${isTooLarge ? 'Request Header Fields Too Large' : 'Bad Request'}\r\n` +
      `Content-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n` +
      `Connection: close\r\n\r\n${body}`,
  )
}
