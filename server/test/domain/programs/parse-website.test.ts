import { expect, it } from 'vitest'
import { parseWebsite } from '../../../src/domain/programs/parse-website.js'

it.each([
  ['https://shop.example/', 'https://shop.example'],
  ['http://localhost:3000/start/#', 'http://localhost:3000/start'],
  ['https://shop.example/?page=1', 'https://shop.example/?page=1'],
  ['shop.example', undefined],
  ['ftp://shop.example', undefined],
  ['javascript:alert(1)', undefined],
  [`https://shop.example/${'x'.repeat(250)}`, undefined],
])('reads %s as %s', (value, website) => {
  expect(parseWebsite(value)).toBe(website)
})
