import { request } from 'node:http'

export interface ApiAnswer {
  status: number
  headers: Record<string, unknown>
  /** The parsed body. */
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
      const chunks: Buffer[] = []
      response.on('data', (chunk) => chunks.push(chunk))
      response.on('error', reject)
      response.on('end', () => {
        const received = Buffer.concat(chunks).toString()
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: received === '' ? undefined : JSON.parse(received),
        })
      })
    })
    sent.on('error', reject)
    sent.end(text)
  })
}
