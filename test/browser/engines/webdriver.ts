/**
 * A command to a WebDriver, see https://www.w3.org/TR/webdriver2/#endpoints.
 *
 * @param withinMs How long an answer may take.
 * @throws LostCommand when there is none by then
 */
export type WebDriver = (
  method: 'GET' | 'POST' | 'DELETE',
  path: string,
  body?: object,
  withinMs?: number,
) => Promise<unknown>

/** A command that nobody answered: whether it was carried out is not known. */
export class LostCommand extends Error {}

/** Half a test's time: what is lost can be asked for again, and a failure names the command. */
const ANSWERS_WITHIN_MS = 10_000

/**
 * Speaks to a WebDriver.
 *
 * @param root What all paths begin with: `http://127.0.0.1:4444`, or a session there.
 */
export const webDriver =
  (root: string): WebDriver =>
  async (method, path, body = {}, withinMs = ANSWERS_WITHIN_MS) => {
    const command = `${method} ${path}`
    const signal = AbortSignal.timeout(withinMs)
    try {
      const answer = await fetch(root + path, {
        method,
        signal,
        ...(method === 'POST' && { body: JSON.stringify(body) }),
      })
      const { value } = (await answer.json()) as { value: unknown }
      if (answer.ok) return value
      const { error, message } = value as { error?: string; message?: string }
      // A script that a navigation overtook: https://www.w3.org/TR/webdriver2/#dfn-script-timeout-error
      if (error === 'script timeout') throw new LostCommand(`${command} was lost.`)
      throw new Error(`${command} failed: ${message || (error ?? answer.status)}`)
    } catch (error) {
      if (!signal.aborted) throw error
      throw new LostCommand(`${command} was not answered within ${withinMs} ms.`)
    }
  }

const MOST_QUESTIONS = 3

/** Asks again what was lost. Only for what may be asked twice. */
export async function untilAnswered<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  for (let question = 1; ; question += 1) {
    try {
      return await ask()
    } catch (error) {
      if (!(error instanceof LostCommand) || question === MOST_QUESTIONS) throw error
    }
  }
}
