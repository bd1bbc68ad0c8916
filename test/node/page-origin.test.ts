import { expect, it } from 'vitest'
import { pageOrigin } from '../../src/node/first-party/page-origin.js'

it.each<[headers: Record<string, string>, origin: string]>([
  [{}, 'http://10.0.0.1:3000'],
  [{ origin: 'https://shop.example' }, 'https://shop.example'],
  [{ origin: 'null' }, 'http://10.0.0.1:3000'],
  [{ origin: 'https://' }, 'http://10.0.0.1:3000'],
  [{ 'x-forwarded-proto': 'https' }, 'https://10.0.0.1:3000'],
  [
    { 'x-forwarded-proto': 'https,http', 'x-forwarded-host': 'shop.example, cache.local' },
    'https://shop.example',
  ],
  [{ 'x-forwarded-proto': 'javascript' }, 'http://10.0.0.1:3000'],
  [{ 'x-forwarded-host': '%' }, 'http://10.0.0.1:3000'],
])('behind a proxy, %o shows %s', (headers, origin) => {
  expect(pageOrigin(new Request('http://10.0.0.1:3000/x', { headers })).origin).toBe(origin)
})
