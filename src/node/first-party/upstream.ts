import type { ScriptName } from './route.js'

/** A script as the server gave it. */
export interface Script {
  text: string
  cacheControl: string
  etag: string | undefined
}

/** The server's answer, as far as it is passed on. */
export interface PassedAnswer {
  status: number
  text: string
  contentType: string | undefined
  retryAfter: string | undefined
}

/** What the handler asks of the server. Each rejects when no sound answer came in time. */
export interface Upstream {
  script(name: ScriptName): Promise<Script>
  /** A program's settings, as JSON. */
  program(id: string): Promise<unknown>
  /** @param path Behind `/programs/`: `ABCDEFGH/clicks`. */
  pass(
    path: string,
    request: { method: string; headers: Headers; body?: string | undefined },
  ): Promise<PassedAnswer>
}

/**
 * @param host Of the server, without a path: `https://pollen.example`.
 * @param timeoutMs For each request, in milliseconds, until its body is read.
 */
export function createUpstream(host: string, timeoutMs: number, send: typeof fetch): Upstream {
  const request = (path: string, init: RequestInit = {}) =>
    send(host + path, { ...init, redirect: 'manual', signal: AbortSignal.timeout(timeoutMs) })

  const read = async (path: string): Promise<Response> => {
    const response = await request(path)
    if (!response.ok) throw new Error(`${host}${path} answered ${response.status}.`)
    return response
  }

  return {
    async script(name) {
      const path = `/js/${name}.js`
      const { headers, ...response } = await textOf(read(path))
      if (!headers.get('content-type')?.includes('javascript')) {
        throw new Error(`${host}${path} is no script.`)
      }
      return {
        text: response.text,
        cacheControl: headers.get('cache-control') ?? 'no-cache',
        etag: headers.get('etag') ?? undefined,
      }
    },

    async program(id) {
      return JSON.parse((await textOf(read(`/pub/v1/programs/${id}`))).text)
    },

    async pass(behind, { body, ...asked }) {
      const path = `/pub/v1/programs/${behind}`
      const answer = await textOf(request(path, { ...asked, ...(body !== undefined && { body }) }))
      const { status } = answer
      // Neither accepted nor refused: not the server, but something on the way to it.
      if (status < 200 || (status >= 300 && status < 400)) throw new Error(`${path}: ${status}.`)
      return {
        status,
        text: answer.text,
        contentType: answer.headers.get('content-type') ?? undefined,
        retryAfter: answer.headers.get('retry-after') ?? undefined,
      }
    },
  }
}

async function textOf(responding: Promise<Response>) {
  const response = await responding
  return { status: response.status, headers: response.headers, text: await response.text() }
}
