import { expect, it } from 'vitest'
import { cookieDomain } from '../../src/node/first-party/cookie-domain.js'

it.each([
  ['shop.example', undefined, 'shop.example'],
  ['www.shop.example', undefined, 'shop.example'],
  ['a.b.shop.example', undefined, 'shop.example'],
  // Browsers ignore this one, so the script's own cookie stays alone.
  ['www.shop.co.uk', undefined, 'co.uk'],
  ['www.shop.co.uk', 'shop.co.uk', 'shop.co.uk'],
  ['shop.co.uk', 'shop.co.uk', 'shop.co.uk'],
  ['tenant.app.example', 'tenant.app.example', 'tenant.app.example'],
  ['localhost', 'shop.example', ''],
  ['myshop.example', 'shop.example', ''],
  ['localhost', undefined, ''],
  ['127.0.0.1', undefined, ''],
  ['[::1]', undefined, ''],
])('a page at %s, told %s, has its cookies at "%s"', (hostname, wanted, domain) => {
  expect(cookieDomain(hostname, wanted)).toBe(domain)
})
