import { expect, it } from 'vitest'
import { referralUrl } from '../../../src/domain/partners/referral-url.js'

it.each([
  ['https://shop.example', 'aff', 'query', 'jane', 'https://shop.example?aff=jane'],
  ['https://shop.example/de', 'ref', 'query', 'a b&c', 'https://shop.example/de?ref=a%20b%26c'],
  [
    'https://shop.example/?lang=de',
    'aff',
    'query',
    'jane',
    'https://shop.example/?lang=de&aff=jane',
  ],
  ['https://shop.example', 'aff', 'link', 'jane', 'https://shop.example/aff/jane'],
  ['https://shop.example/de', 'via', 'link', 'a/b', 'https://shop.example/de/via/a%2Fb'],
] as const)(
  'on %s with %s as %s, %s has the link %s',
  (website, parameter, url_format, key, link) => {
    expect(referralUrl({ website, parameter, url_format }, key)).toBe(link)
  },
)
