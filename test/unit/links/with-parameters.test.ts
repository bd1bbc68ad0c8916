import { expect, it } from 'vitest'
import { withParameters } from '../../../src/links/with-parameters.js'

it.each([
  ['https://x.example/', 'https://x.example/?aff=jane%20%26%20co'],
  ['https://x.example/a?', 'https://x.example/a?aff=jane%20%26%20co'],
  [
    'https://x.example/a?b=%7E+c&sig=a/b=',
    'https://x.example/a?b=%7E+c&sig=a/b=&aff=jane%20%26%20co',
  ],
  ['https://x.example/a#b?c#d', 'https://x.example/a?aff=jane%20%26%20co#b?c#d'],
  ['https://x.example/?aff=joe', 'https://x.example/?aff=joe'],
])('%s becomes %s', (href, expected) => {
  expect(withParameters(href, { aff: 'jane & co' })).toBe(expected)
})
