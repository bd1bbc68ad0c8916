import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll } from 'vitest'

/** A merchant's site on another origin than the server, with a strict content policy. */
export interface Merchant {
  /** `http://localhost:54321` */
  url: string
  /** What its pages hold: the document element's attributes, and what stands in the body. */
  page: { attributes: string; body: string }
  /** Whom its back end gives a token for at `/referral-token`: nobody is signed in by default. */
  token: () => Promise<string | undefined>
  /** What its pages may load scripts from and ask, beside itself. */
  server: () => string
}

const nothing = { page: { attributes: 'lang="en"', body: '' }, token: async () => undefined }

/** Starts a site for the tests of this file; what it shows is forgotten after each. */
export function startMerchant(server: () => string): Merchant {
  const shop: Merchant = { url: '', server, ...nothing }
  const listener = createServer(async ({ url = '' }, response) => {
    if (url.startsWith('/referral-token')) {
      const token = await shop.token()
      response.writeHead(token === undefined ? 401 : 200, { 'content-type': 'application/json' })
      return response.end(JSON.stringify({ token }))
    }
    const { attributes, body } = shop.page
    const pollen = shop.server()
    const nonce = 'r4nd0m'
    response.writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': `default-src 'none'; script-src 'nonce-${nonce}' ${pollen}; style-src 'nonce-${nonce}'; connect-src 'self' ${pollen}; img-src data:; base-uri 'none'`,
    })
    const icon = '<link rel="icon" href="data:,">'
    const width = '<meta name="viewport" content="width=device-width">'
    const style = `<style nonce="${nonce}">:root { color-scheme: light dark; background: light-dark(#fff, #141414); color: light-dark(#222, #eee); font: 16px/1.5 sans-serif }</style>`
    response.end(
      `<!doctype html><html ${attributes}><head><title>Shop</title>${icon}${width}${style}</head><body><main><h1>Meadow</h1>${body.replaceAll('<script', `<script nonce="${nonce}"`)}</main></body></html>`,
    )
  })
  beforeAll(async () => {
    listener.listen(0, '127.0.0.1')
    await once(listener, 'listening')
    shop.url = `http://localhost:${(listener.address() as AddressInfo).port}`
  })
  afterEach(() => {
    Object.assign(shop, nothing)
  })
  afterAll(() => {
    listener.closeAllConnections()
    listener.close()
  })
  return shop
}
