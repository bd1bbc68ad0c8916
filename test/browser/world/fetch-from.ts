import type { Host } from './network.js'

/** `fetch` for code that runs on a site's own server and asks this host. */
export const fetchFrom =
  (host: Host): typeof fetch =>
  async (input, init) => {
    const request = new Request(input, init)
    const {
      status = 200,
      headers = {},
      body,
    } = await host({
      method: request.method,
      url: new URL(request.url),
      headers: Object.fromEntries(request.headers),
      body: await request.text(),
    })
    const isEmpty = status === 204 || status === 304
    return new Response(isEmpty ? null : (body as string), {
      status,
      headers: headers as HeadersInit,
    })
  }
