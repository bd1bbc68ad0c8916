import { parse } from 'cookie'
import { describe, expect, it } from 'vitest'
import { encodeCookieValue } from '../../../src/lib/encode-cookie-value.js'

/** How back ends decode the value of a cookie. */
const READERS = {
  'Express, by the cookie package': (value: string) => parse(`key=${value}`).key,
  // urldecode() takes a bare plus for a space; so do Rack and CGI.unescape.
  'PHP and Rack': (value: string) => decodeURIComponent(value.replaceAll('+', ' ')),
}

const KEYS = [
  'jane',
  'a+b',
  'jane@shop.example',
  '100%',
  'Jürgen',
  "it's (me)!*",
  'a=b; c,d',
  '"q"',
  '🌼',
  'a b',
  '%41',
]

describe('The encoding of a cookie', () => {
  it.each([
    ['jane', 'jane'],
    ['jane@shop.example', 'jane@shop.example'],
    ['A-Z_a.z~09', 'A-Z_a.z~09'],
    ['a+b', 'a%2Bb'],
    ['a b', 'a%20b'],
    ['%40', '%2540'],
    ["!'()*", "!'()*"],
    ['ü', '%C3%BC'],
    ['a=b;c', 'a%3Db%3Bc'],
  ])('writes %s as %s', (key, value) => {
    expect(encodeCookieValue(key)).toBe(value)
  })

  describe.each(Object.entries(READERS))('is read by %s', (_, read) => {
    it.each(KEYS)('exactly: %s', (key) => {
      expect(read(encodeCookieValue(key))).toBe(key)
    })
  })
})
