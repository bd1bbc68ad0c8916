import { createServer } from 'node:http'
import { listen } from '../node/helpers/listen.js'

/** A page of the site under test. */
export interface Page {
  head?: string
  body?: string
  headers?: Record<string, string>
}

/**
 * Serves one page under `/` until the test has finished.
 *
 * @returns Its address.
 */
export const servePage = ({ head = '', body = '', headers = {} }: Page): Promise<string> =>
  listen(
    createServer((request, response) => {
      if (new URL(request.url ?? '', 'http://site.test').pathname !== '/') {
        response.writeHead(404).end()
        return
      }
      response
        .writeHead(200, { 'content-type': 'text/html', ...headers })
        .end(`<!doctype html><html><head>${head}</head><body>${body}</body></html>`)
    }),
  )

/** What a page embeds; a stub with the contract of the usual one. */
export const snippetScript = (server: string, program: string): string => `
  (function (window, name) {
    window.__partnerObject = name
    function stub() {
      const call = { a: arguments, q: [] }
      const result = this.push(call)
      return typeof result === 'number' ? stub.bind(call.q) : result
    }
    if (!window[name]) {
      const queue = []
      window[name] = stub.bind(queue)
      window[name].q = queue
    }
    const script = document.createElement('script')
    script.async = true
    script.src = '${server}/js/universal.js'
    document.head.append(script)
  })(window, 'po')
  po('settings', 'assets_host', '${server}')
  po('program', '${program}', 'load')
`

export const inline = (script: string): string => `<script>${script}</script>`
