import { expect, it } from 'vitest'
import { keyOfUrl } from '../../../src/domain/customers/key-of-url.js'

it.each([
  ['query', 'https://shop.example/?aff=jane', 'jane'],
  ['query', 'https://shop.example/pricing?utm=x&via=j%C3%BCrgen#top', 'jürgen'],
  ['query', 'https://shop.example/aff/jane', undefined],
  ['link', 'https://shop.example/de/aff/jane%40x?y', 'jane@x'],
  ['link', 'https://shop.example/?aff=jane', 'jane'],
  ['link', 'https://shop.example/aff/%E0%A4%A', undefined],
  ['link', 'https://shop.example/aff', undefined],
  ['query', 'https://shop.example/?aff=', undefined],
  ['query', 'https://shop.example/?aff=%00', undefined],
  ['query', 'jane', undefined],
] as const)('as a %s, %s carries %j', (url_format, url, key) => {
  expect(keyOfUrl({ url_format, parameter: 'aff', query_params: '["via"]' }, url)).toBe(key)
})
