import { request } from 'node:http'

export interface ApiAnswer {
  status: number
  headers: Record<string, unknown>
  /** The parsed body; as it is what is no JSON, of a stream its beginning. */
  // biome-ignore lint/suspicious/noExplicitAny: an answer is looked into member by member.
  body: any
}

export interface Api {
  /** A text is sent as it is, anything else as JSON. */
  send(method: string, path: string, body?: unknown): Promise<ApiAnswer>
  get(path: string, body?: unknown): Promise<ApiAnswer>
  post(path: string, body?: unknown): Promise<ApiAnswer>
  put(path: string, body?: unknown): Promise<ApiAnswer>
  delete(path: string, body?: unknown): Promise<ApiAnswer>
  /** The same client at another base. */
  at(base: string): Api
}

/**
 * A client that can do what `fetch` will not: send a body with GET.
 *
 * @param base Goes before every path.
 */
export function createApi(base: string, headers: Record<string, string> = {}): Api {
  const sendTo = (method: string, path: string, body?: unknown) =>
    send(`${base}${path}`, method, headers, body)
  const call = (method: string) => (path: string, body?: unknown) => sendTo(method, path, body)
  return {
    send: sendTo,
    get: call('GET'),
    post: call('POST'),
    put: call('PUT'),
    delete: call('DELETE'),
    at: (other) => createApi(other, headers),
  }
}

function send(
  url: string,
  method: string,
  headers: Record<string, string>,
  body: unknown,
): Promise<ApiAnswer> {
  const text = typeof body === 'string' || body === undefined ? body : JSON.stringify(body)
  const length = text === undefined ? {} : { 'content-length': String(Buffer.byteLength(text)) }
  return new Promise((resolve, reject) => {
    const sent = request(url, { method, headers: { ...headers, ...length } }, (response) => {
      const { statusCode = 0, headers } = response
      const type = headers['content-type'] ?? ''
      const chunks: Buffer[] = []
      const answer = () => {
        const received = Buffer.concat(chunks).toString()
        resolve({ status: statusCode, headers, body: bodyOf(type, received) })
      }
      response.on('data', (chunk) => {
        chunks.push(chunk)
        if (type !== 'text/event-stream') return
        answer()
        response.destroy()
      })
      response.on('error', reject)
      response.on('end', answer)
    })
    sent.on('error', reject)
    sent.end(text)
  })
}

function bodyOf(type: string, received: string): unknown {
  if (received === '') return undefined
  return type.startsWith('text/') ? received : JSON.parse(received)
}
