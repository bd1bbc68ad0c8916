/**
 * One request and its answer, as it really went over the wire. No secret is in it.
 *
 * @typedef {object} Exchange
 * @property {string} method
 * @property {string} path
 * @property {Record<string, string>} headers Those of the request that matter here.
 * @property {unknown} [body] Of the request.
 * @property {number} [httpStatus] Missing when there was no answer.
 * @property {any} [answer] The body of the answer.
 */

/** What follows the program's id in an API key is the secret: `pollen_ABCDEFGH_…`. */
const KEY = /^(pollen_[A-Z0-9]+_).*$/

/**
 * A call of the shop's back end, for people to read.
 *
 * @param {object} call
 * @param {string} call.method
 * @param {string} call.path Below `/v1`.
 * @param {string} call.apiKey
 * @param {unknown} [call.body]
 * @param {import('../shop/pollen.mjs').Answer} [answer]
 * @returns {Exchange}
 */
export const backEndExchange = ({ method, path, apiKey, body }, answer) => ({
  method,
  path: `/v1${path}`,
  headers: { Authorization: `Bearer ${apiKey.replace(KEY, '$1••••••••')}` },
  ...(body !== undefined && { body }),
  ...(answer && { httpStatus: answer.httpStatus, answer: answer.body }),
})
