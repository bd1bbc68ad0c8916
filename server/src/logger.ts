import type { FastifyBaseLogger } from 'fastify'
import pino, { type DestinationStream, type Level } from 'pino'

/**
 * JSON lines. Of an error only what our own code and libraries say about it: database errors carry the
 * values of the row in further members. What they quote in their messages is taken out where it is a
 * value, or looks like an e-mail address or an API key.
 */
export const createLogger = (level: Level | 'silent', to: DestinationStream): FastifyBaseLogger =>
  pino({ level, serializers: { err: describeError } }, to)

function describeError(error: Error & { code?: string }) {
  const clean = quotesValue(error) ? withoutQuotes : withoutSecrets
  return {
    type: error.name,
    code: error.code,
    message: clean(error.message),
    stack: clean(error.stack ?? ''),
  }
}

/** JSON that cannot be read, and PostgreSQL's "data exceptions", class 22, quote what they complain of. */
const quotesValue = (error: Error & { code?: string }): boolean =>
  error instanceof SyntaxError || /^22/.test(error.code ?? '')

const withoutQuotes = (text: string): string =>
  withoutSecrets(text.replace(/(["']).*\1/gs, '$1…$1'))

/** Domains end in letters; what looks alike in a stack, `fastify@5.1.2`, does not. */
const SECRET = /pollen_[A-Z0-9]{8}_\S+|[^\s/"'<>(]+@[^\s/"'<>()]+\.[a-z]{2,}/gi

const withoutSecrets = (text: string): string => text.replace(SECRET, '…')
