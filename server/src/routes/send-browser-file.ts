import type { FastifyReply, FastifyRequest } from 'fastify'
import type { BrowserFile } from '../browser-file.js'
import { preferredEncoding } from './preferred-encoding.js'

/** Answers with a file in the best encoding that the browser reads, or tells it that it has it. */
export function sendBrowserFile(
  request: FastifyRequest,
  reply: FastifyReply,
  file: BrowserFile,
  type: string,
) {
  const encoding = preferredEncoding(request.headers['accept-encoding'])
  const etag = `"${file.hash}-${encoding}"`
  reply.headers({ 'content-type': type, etag, vary: 'accept-encoding' })
  if (request.headers['if-none-match']?.includes(etag)) return reply.code(304).send()
  if (encoding !== 'identity') reply.header('content-encoding', encoding)
  return reply.send(file[encoding])
}
