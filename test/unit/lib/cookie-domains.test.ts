import { expect, it } from 'vitest'
import { cookieDomains } from '../../../src/lib/cookie-domains.js'

it.each([
  ['shop.example', ['shop.example', '']],
  ['www.shop.example', ['shop.example', 'www.shop.example', '']],
  ['www.shop.co.uk', ['co.uk', 'shop.co.uk', 'www.shop.co.uk', '']],
  ['localhost', ['']],
  ['127.0.0.1', ['0.1', '0.0.1', '127.0.0.1', '']],
  ['[::1]', ['']],
])('a cookie of %s may be for %j, the widest first', (hostname, domains) => {
  expect(cookieDomains(hostname)).toEqual(domains)
})
