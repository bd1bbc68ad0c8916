/**
 * A command to a WebDriver, see https://www.w3.org/TR/webdriver2/#endpoints. Fails when `signal` says so
 * before the answer is there.
 */
export type WebDriver = (
  method: 'GET' | 'POST' | 'DELETE',
  path: string,
  body?: object,
  signal?: AbortSignal,
) => Promise<unknown>

/**
 * Speaks to a WebDriver.
 *
 * @param root What all paths begin with: `http://127.0.0.1:4444`, or a session there.
 */
export const webDriver =
  (root: string): WebDriver =>
  async (method, path, body = {}, signal) => {
    const answer = await fetch(root + path, {
      method,
      ...(signal && { signal }),
      ...(method === 'POST' && { body: JSON.stringify(body) }),
    })
    const { value } = (await answer.json()) as { value: unknown }
    if (answer.ok) return value
    const { message } = value as { message?: string }
    throw new Error(`${method} ${path} failed: ${message ?? answer.status}`)
  }
