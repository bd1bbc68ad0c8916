import type { Script } from './upstream.js'

/** The tracking script, or 304 for a browser that has it. */
export function scriptAnswer(request: Request, { text, cacheControl, etag }: Script): Response {
  const isCurrent = etag && request.headers.get('if-none-match')?.includes(etag)
  return new Response(isCurrent ? null : text, {
    status: isCurrent ? 304 : 200,
    headers: {
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': cacheControl,
      ...(etag && { etag }),
    },
  })
}
