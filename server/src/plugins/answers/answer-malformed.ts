import { STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import { catalogue, type ErrorCode } from '../../errors/catalogue.js'
import { SECURITY_HEADERS } from './security-headers.js'

/** By the codes of Node's HTTP parser and server (https://nodejs.org/api/errors.html). */
const codes: Record<string, ErrorCode> = {
  HPE_HEADER_OVERFLOW: 'headers_too_large',
  ERR_HTTP_REQUEST_TIMEOUT: 'request_too_slow',
}

/**
 * Answers what is not HTTP enough to become a request, such as a path with a bare space in it, or is not
 * sent to its end in time, in the shape of every other error, and hangs up.
 */
export function answerMalformed(error: NodeJS.ErrnoException, socket: Socket): void {
  const [status, message] = catalogue[codes[error.code ?? ''] ?? 'malformed_request']
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
