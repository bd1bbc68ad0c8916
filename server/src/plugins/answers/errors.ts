import type { FastifyError, FastifyReply } from 'fastify'
import fp from 'fastify-plugin'
import { catalogue, type ErrorCode } from '../../errors/catalogue.js'
import { type FieldErrors, PollenError } from '../../errors/pollen-error.js'
import { isPassing } from '../../store/errors/is-passing.js'
import { isUnavailable } from '../../store/errors/is-unavailable.js'
import { isUniqueViolation } from '../../store/errors/is-unique-violation.js'
import { fieldErrors } from '../input/field-errors.js'

/** Fastify's own errors (https://fastify.dev/docs/latest/Reference/Errors/) in our words. */
const codes: Record<string, ErrorCode> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'body_too_large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'not_json',
  FST_ERR_MAX_PARAM_LENGTH: 'not_found',
  FST_ERR_CTP_INVALID_JSON_BODY: 'malformed_json',
}

/** When to come again after a 503, in seconds: what is restarted is back by then, as a rule. */
const RETRY_AFTER_S = 2

const OUTAGE_LOGGED_EVERY_MS = 5000

/**
 * One shape for every error: `{ message, errors, status: 0 }`. A client's mistake is explained to it;
 * of a failure of ours it learns nothing, the log has it with the id of the request.
 */
export const errors = fp(async (app) => {
  let loggedAt = Number.NEGATIVE_INFINITY

  /** Every request fails then, for the same reason. */
  function logOutage(error: FastifyError): void {
    const now = performance.now()
    if (now - loggedAt < OUTAGE_LOGGED_EVERY_MS) return
    loggedAt = now
    app.log.error({ err: error }, 'the database cannot be used')
  }

  app.setErrorHandler<FastifyError>((error, request, reply) => {
    if (error instanceof PollenError) {
      if (error.code === 'unavailable') app.writeTrials.doubt()
      return sendError(reply, error.code, error.fields)
    }
    if (error.validation) return sendError(reply, 'invalid', fieldErrors(error.validation))
    const code = errorCode(error)
    if (code === 'internal') request.log.error({ err: error }, 'request failed')
    if (code === 'unavailable') {
      app.writeTrials.doubt()
      logOutage(error)
    }
    return sendError(reply, code)
  })
  app.setNotFoundHandler((_request, reply) => sendError(reply, 'not_found'))
})

/** Answers with what the catalogue says of `code`. */
export function sendError(reply: FastifyReply, code: ErrorCode, fields: FieldErrors = {}) {
  const [status, message] = catalogue[code]
  if (status === 503) reply.header('retry-after', RETRY_AFTER_S)
  return (
    reply
      .code(status)
      // Said here because no hook runs for a path that cannot be decoded; with a serializer of its own
      // an answer keeps its type as it is.
      .header('content-type', 'application/json')
      .serializer(JSON.stringify)
      .send({ message, errors: fields, status: 0 })
  )
}

/** What an error of Fastify's or of one of its plugins is called here. */
export function errorCode(error: FastifyError): ErrorCode {
  if (isUniqueViolation(error)) return 'taken'
  if (isPassing(error)) return 'busy'
  if (isUnavailable(error)) return 'unavailable'
  if (error.statusCode === catalogue.too_many_requests[0]) return 'too_many_requests'
  const isOfClient = error.statusCode !== undefined && error.statusCode < 500
  return codes[error.code] ?? (isOfClient ? 'malformed_request' : 'internal')
}
