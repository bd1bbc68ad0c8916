import { extname } from 'node:path'
import type { FastifyPluginAsync } from 'fastify'
import type { WebFiles } from '../web-files.js'
import { sendBrowserFile } from './send-browser-file.js'

/** Where each page of `server/web` is answered, with every address below: it finds its way itself. */
const PAGES = {
  '/dashboard': 'dashboard/index.html',
  '/partners': 'portal/index.html',
}

/** All that a page loads comes from here, and nothing in it runs or styles that has no file. */
const PAGE_HEADERS = {
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'cross-origin-resource-policy': 'same-origin',
}

const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

/** The pages for people, and what they load: by names that change with the content, so forever. */
export const webFiles: FastifyPluginAsync<{ files: WebFiles }> = async (app, { files }) => {
  // The address that the server prints when it starts is the first that anybody opens.
  app.get('/', (_request, reply) => reply.redirect('/dashboard'))

  for (const [path, name] of Object.entries(PAGES)) {
    const file = files.get(name)
    if (!file) throw new Error(`The build has not made ${name}: run \`npm run build\` first.`)
    for (const url of [path, `${path}/*`]) {
      app.get(url, (request, reply) => {
        reply.headers({ ...PAGE_HEADERS, 'cache-control': 'no-cache' })
        return sendBrowserFile(request, reply, file, 'text/html; charset=utf-8')
      })
    }
  }

  for (const [name, file] of files) {
    const type = TYPES[extname(name)]
    if (!type || name.endsWith('.html')) continue
    app.get(`/web/${name}`, (request, reply) => {
      reply.header('cache-control', 'public, max-age=31536000, immutable')
      return sendBrowserFile(request, reply, file, type)
    })
  }
}
