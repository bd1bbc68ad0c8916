import { expect, it } from 'vitest'
import { withoutParameter } from '../../../src/links/without-parameter.js'

it.each([
  ['https://x.example/?s=1', 'https://x.example/'],
  ['https://x.example/?a=%7E+&s=1&b=/?#s=1', 'https://x.example/?a=%7E+&b=/?#s=1'],
  ['https://x.example/?ss=1&b', 'https://x.example/?ss=1&b'],
  ['https://x.example/#s=1', 'https://x.example/#s=1'],
])('%s becomes %s', (href, expected) => {
  expect(withoutParameter(href, 's')).toBe(expected)
})
