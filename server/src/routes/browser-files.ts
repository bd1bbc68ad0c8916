import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { type BrowserFile, type BrowserFiles, SCRIPTS } from '../browser-files.js'
import { preferredEncoding } from './preferred-encoding.js'

/** The snippet asks under a new query every 1,000 seconds; longer than that helps nobody. */
const MAX_AGE_SECONDS = 1000

/** The scripts and the bundle's source map, for pages of any origin. */
export const browserFiles: FastifyPluginAsync<{ files: BrowserFiles }> = async (app, { files }) => {
  for (const name of SCRIPTS) {
    app.get(`/js/${name}`, (request, reply) => {
      // Read by developers' tools alone; in the file itself it would cost every visitor its bytes.
      if (name === 'universal.js') reply.header('sourcemap', 'universal.js.map')
      return sendFile(request, reply, files[name], 'text/javascript; charset=utf-8')
    })
  }
  app.get('/js/universal.js.map', (request, reply) =>
    sendFile(request, reply, files['universal.js.map'], 'application/json'),
  )
}

function sendFile(request: FastifyRequest, reply: FastifyReply, file: BrowserFile, type: string) {
  const encoding = preferredEncoding(request.headers['accept-encoding'])
  const etag = `"${file.hash}-${encoding}"`
  reply.headers({
    'content-type': type,
    'cache-control': `public, max-age=${MAX_AGE_SECONDS}`,
    etag,
    vary: 'accept-encoding',
    'access-control-allow-origin': '*',
    'timing-allow-origin': '*',
  })
  if (request.headers['if-none-match']?.includes(etag)) return reply.code(304).send()
  if (encoding !== 'identity') reply.header('content-encoding', encoding)
  return reply.send(file[encoding])
}
