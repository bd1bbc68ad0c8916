/** What is asked of a request of `node:http`, Express, Connect or Fastify's `request.raw`. */
export interface NodeRequest extends AsyncIterable<Uint8Array> {
  method?: string | undefined
  url?: string | undefined
  /** Express: the URL before a router took its own part off. */
  originalUrl?: string | undefined
  headers: Readonly<Record<string, string | string[] | undefined>>
  socket: { remoteAddress?: string | undefined; encrypted?: boolean | undefined }
  /** Express: the visitor's address, by the rules of its `trust proxy`. */
  ip?: string | undefined
  /** What a body parser made of the body. */
  body?: unknown
  /** Whether the body was read to its end. */
  readableEnded: boolean
}

/**
 * Makes a Web-standard request of one of Node's. Its body is not touched before somebody reads it.
 *
 * @throws TypeError for what is no request of the Web's, such as `TRACE` or a URL of another form.
 */
export function toRequest(incoming: NodeRequest): Request {
  const method = incoming.method ?? 'GET'
  const hasBody = method !== 'GET' && method !== 'HEAD'
  return new Request(urlOf(incoming), {
    method,
    headers: headersOf(incoming),
    ...(hasBody && { body: bodyOf(incoming), duplex: 'half' }),
  })
}

function urlOf({ url, originalUrl, headers, socket }: NodeRequest): string {
  const host = headers.host ?? headers[':authority'] ?? 'localhost'
  return `${socket.encrypted ? 'https' : 'http'}://${host}${originalUrl ?? url ?? '/'}`
}

function headersOf(incoming: NodeRequest): Headers {
  const headers = new Headers()
  for (const [name, value] of Object.entries(incoming.headers)) {
    // HTTP/2 has the parts of the request line among its headers.
    if (value === undefined || name.startsWith(':')) continue
    for (const one of [value].flat()) headers.append(name, one)
  }
  return headers
}

/** A body parser may have been there before: then its result is all there is. */
function bodyOf(incoming: NodeRequest): BodyInit {
  const { body } = incoming
  if (!incoming.readableEnded || body === undefined) return streamOf(incoming)
  return typeof body === 'string' || body instanceof Uint8Array
    ? (body as BodyInit)
    : JSON.stringify(body)
}

/** Asks for the first piece only when it is wanted: a request that is not ours stays unread. */
function streamOf(incoming: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  let pieces: AsyncIterator<Uint8Array> | undefined
  return new ReadableStream(
    {
      async pull(controller) {
        pieces ??= incoming[Symbol.asyncIterator]()
        const { done, value } = await pieces.next()
        if (done) controller.close()
        else controller.enqueue(value)
      },
    },
    { highWaterMark: 0 },
  )
}
