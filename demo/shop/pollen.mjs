/**
 * The REST client of this back end, small enough to copy.
 *
 * @typedef {object} PollenOptions
 * @property {string} url The server's origin: `http://localhost:4700`.
 * @property {string} apiKey Of one program. A secret: it belongs to the back end, never into a page.
 * @property {number} [timeoutMs] How long an answer may take, in milliseconds; 3,000 if not given.
 */

/** @typedef {'GET' | 'POST' | 'PUT' | 'DELETE'} Method */

/**
 * @typedef {object} Answer
 * @property {number} httpStatus
 * @property {any} body `{ data?, status, message?, errors? }`. With `status` 0 nothing was recorded.
 */

/** @typedef {(method: Method, path: string, body?: object) => Promise<Answer>} Pollen */

/** Pollen could not be reached, or could not answer now. What was sent may be sent again. */
export class PollenUnavailableError extends Error {
  /** @override */
  name = 'PollenUnavailableError'
}

/** Answers that say nothing against the request: wait, or set the key right, and it will do. */
const TEMPORARY = new Set([401, 403, 408, 425, 429])

/**
 * @param {PollenOptions} options
 * @returns {Pollen} Calls `/v1` + path. Rejects with `PollenUnavailableError` and nothing else; what
 *   Pollen refuses for good is an answer like any other.
 */
export function createPollen({ url, apiKey, timeoutMs = 3000 }) {
  return async (method, path, body) => {
    const what = `${method} ${path}`
    try {
      const response = await fetch(`${url}/v1${path}`, {
        method,
        headers: { Authorization: `Bearer ${apiKey}`, 'Content-Type': 'application/json' },
        signal: AbortSignal.timeout(timeoutMs),
        ...(body && { body: JSON.stringify(body) }),
      })
      const answer = { httpStatus: response.status, body: await response.json() }
      if (response.status < 500 && !TEMPORARY.has(response.status)) return answer
      throw new PollenUnavailableError(`Pollen answered ${what} with ${response.status}.`)
    } catch (cause) {
      if (cause instanceof PollenUnavailableError) throw cause
      throw new PollenUnavailableError(`Pollen did not answer ${what}.`, { cause })
    }
  }
}
