import { describeExchange } from './describe-exchange.mjs'

/** @typedef {import('./first-party-proxy.mjs').Passed} Passed */

/**
 * Shows what the tracking script reports.
 *
 * @param {import('./journeys.mjs').Journeys} journeys
 * @param {(publicId: string) => string | undefined} programNameOf
 * @returns {(passed: Passed) => void}
 */
export const watchBrowser = (journeys, programNameOf) => (passed) => {
  const { request, httpStatus } = passed
  const path = request.originalUrl
  const body = parsed(passed.body)
  const exchange = {
    method: request.method,
    path,
    headers: { 'Content-Type': request.get('content-type') ?? '' },
    body,
    httpStatus,
    answer: parsed(passed.answer),
  }
  const description = describeExchange(exchange)
  if (!description) return
  const program = programNameOf(path.split('/')[4] ?? '')
  const visitor = visitorOf(body, request.cookies)
  journeys.add(visitor, { ...description, exchange, ...(program && { program }) })
}

/**
 * @param {any} body
 * @param {Record<string, string | undefined>} cookies
 * @returns {string}
 */
const visitorOf = (body, { partnero_session_uuid }) =>
  body?.session ?? partnero_session_uuid ?? body?.data?.email?.toLowerCase() ?? 'unknown'

/** @param {string} text */
function parsed(text) {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
