import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { sqlite } from '../helpers/databases.js'
import { getBytes } from '../helpers/get-bytes.js'
import { startTestServer } from '../helpers/start-test-server.js'

describe('the tracking script', () => {
  const server = startTestServer(sqlite)
  const plain = (bytes: Buffer) => bytes

  it.each([
    ['br', 'gzip, deflate, br', brotliDecompressSync],
    ['gzip', 'gzip, deflate', gunzipSync],
    [undefined, 'identity', plain],
  ])('is sent as %s to who accepts %s', async (encoding, accepted, decompress) => {
    const whole = await getBytes(`${server.url}/js/universal.js`)
    const answer = await getBytes(`${server.url}/js/universal.js?v1746807`, {
      'accept-encoding': accepted,
    })
    expect(answer.status).toBe(200)
    expect(answer.headers['content-encoding']).toBe(encoding)
    expect(decompress(answer.bytes)).toEqual(whole.bytes)
    expect(answer.headers).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'public, max-age=1000',
      vary: 'accept-encoding',
    })
  })

  it('is open to the pages of every origin', async () => {
    const { headers } = await getBytes(`${server.url}/js/universal.js`)
    expect(headers).toMatchObject({
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
      'timing-allow-origin': '*',
    })
  })

  it('is not sent again to who has it', async () => {
    const url = `${server.url}/js/universal.js`
    const first = await getBytes(url, { 'accept-encoding': 'br' })
    const known = { 'accept-encoding': 'br', 'if-none-match': `W/"x", ${first.headers.etag}` }
    const again = await getBytes(url, known)
    expect(again.status).toBe(304)
    expect(again.bytes).toHaveLength(0)
    const inAnother = await getBytes(url, { ...known, 'accept-encoding': 'gzip' })
    expect(inAnother.status).toBe(200)
  })

  it('answers HEAD', async () => {
    const answer = await getBytes(`${server.url}/js/universal.js`, {}, 'HEAD')
    expect(answer.status).toBe(200)
    expect(Number(answer.headers['content-length'])).toBeGreaterThan(0)
    expect(answer.bytes).toHaveLength(0)
  })

  it('has a source map, and says where', async () => {
    const { headers } = await getBytes(`${server.url}/js/universal.js`)
    const map = new URL(String(headers.sourcemap), `${server.url}/js/universal.js`)
    const answer = await getBytes(map.href)
    expect(answer.status).toBe(200)
    expect(answer.headers['content-type']).toBe('application/json')
  })
})
