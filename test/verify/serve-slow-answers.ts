import { createServer, request } from 'node:http'
import { listen } from '../node/helpers/listen.js'

/** Longer than a visitor's browser takes to tell of the headers. */
const BODY_AFTER_MS = 300

/**
 * Stands before a server until the test has finished, and keeps back the bodies of some answers for a
 * moment after their headers.
 *
 * @param slow Which paths.
 * @returns Its address.
 */
export const serveSlowAnswers = (server: string, slow: RegExp): Promise<string> =>
  listen(
    createServer((asked, response) => {
      const { method, headers, url = '/' } = asked
      const forwarded = request(new URL(url, server), { method, headers }, (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers)
        response.flushHeaders()
        setTimeout(() => answer.pipe(response), slow.test(url) ? BODY_AFTER_MS : 0)
      })
      asked.pipe(forwarded)
    }),
  )
