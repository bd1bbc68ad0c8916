import { extname } from 'node:path'
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import type { HelpFiles } from '../help-files.js'
import { sendBrowserFile } from './send-browser-file.js'

const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.md': 'text/markdown; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
}

const NOT_BUILT = `The guides have not been built on this server.

Run \`npm run docs\` in the repository, then start the server again. The same guides are Markdown in the
folder docs/ of the repository. The API can be read and tried at /docs.
`

/** Everything comes from here. Highlighted code sets its colours on elements. */
const pageHeaders = (scriptHashes: readonly string[]) => ({
  'content-security-policy': [
    "default-src 'none'",
    ["script-src 'self'", ...scriptHashes.map((hash) => `'${hash}'`)].join(' '),
    "style-src 'self'",
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'cross-origin-resource-policy': 'same-origin',
})

/** The guides, as `npm run docs` has built them: pages, and text for assistants at `/llms.txt`. */
export const help: FastifyPluginAsync<{ help: HelpFiles | undefined }> = async (app, { help }) => {
  if (!help) {
    for (const url of ['/help', '/help/*', '/llms.txt', '/llms-full.txt']) {
      app.get(url, (_request, reply) =>
        reply.code(404).type('text/plain; charset=utf-8').send(NOT_BUILT),
      )
    }
    return
  }

  const { files } = help
  const headers = pageHeaders(help.scriptHashes)

  const send = (request: FastifyRequest, reply: FastifyReply, path: string) => {
    const candidates = [path, `${path}.html`, `${path}/index.html`.replace(/^\//, '')]
    const found = candidates.find((name) => files.has(name))
    const name = found ?? '404.html'
    const file = files.get(name)
    if (!file) return reply.callNotFound()
    if (!found) reply.code(404)
    // Names below assets/ change with the content.
    const isFixed = found?.startsWith('assets/')
    const cacheControl = isFixed ? 'public, max-age=31536000, immutable' : 'no-cache'
    reply.headers({ ...headers, 'cache-control': cacheControl })
    return sendBrowserFile(request, reply, file, TYPES[extname(name)] ?? 'application/octet-stream')
  }

  app.get('/help', (request, reply) => send(request, reply, ''))
  app.get<{ Params: { '*': string } }>('/help/*', (request, reply) =>
    send(request, reply, request.params['*'].replace(/\/+$/, '')),
  )
  for (const name of ['llms.txt', 'llms-full.txt']) {
    app.get(`/${name}`, (request, reply) => send(request, reply, name))
  }
}
