import type { FastifyBaseLogger } from 'fastify'
import pino, { type DestinationStream, type Level } from 'pino'

/**
 * JSON lines. Of an error only what our own code and libraries say about it: database errors carry the
 * values of the row in further members, e-mail addresses among them.
 */
export const createLogger = (level: Level | 'silent', to: DestinationStream): FastifyBaseLogger =>
  pino({ level, serializers: { err: describeError } }, to)

const describeError = (error: Error & { code?: string }) => ({
  type: error.name,
  code: error.code,
  message: error.message,
  stack: error.stack,
})
