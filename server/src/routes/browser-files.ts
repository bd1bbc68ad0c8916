import type { FastifyPluginAsync } from 'fastify'
import { type BrowserFiles, SCRIPTS } from '../browser-files.js'
import { forEveryone } from './for-everyone.js'
import { sendBrowserFile } from './send-browser-file.js'

/** The snippet asks under a new query every 1,000 seconds; longer than that helps nobody. */
const CACHE_CONTROL = 'public, max-age=1000'

/** The scripts and the bundle's source map, for pages of any origin. */
export const browserFiles: FastifyPluginAsync<{ files: BrowserFiles }> = async (app, { files }) => {
  for (const name of SCRIPTS) {
    app.get(`/js/${name}`, (request, reply) => {
      // Read by developers' tools alone; in the file itself it would cost every visitor its bytes.
      if (name === 'universal.js') reply.header('sourcemap', 'universal.js.map')
      return sendBrowserFile(
        request,
        forEveryone(reply, CACHE_CONTROL),
        files[name],
        'text/javascript; charset=utf-8',
      )
    })
  }
  app.get('/js/universal.js.map', (request, reply) =>
    sendBrowserFile(
      request,
      forEveryone(reply, CACHE_CONTROL),
      files['universal.js.map'],
      'application/json',
    ),
  )
}
