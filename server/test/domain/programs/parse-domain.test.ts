import { expect, it } from 'vitest'
import { parseDomain } from '../../../src/domain/programs/parse-domain.js'

it.each([
  ['checkout.example', 'https://checkout.example'],
  ['bücher.example', 'https://bücher.example'],
  ['checkout.example:8443', 'https://checkout.example:8443'],
  ['http://localhost:4600/', 'http://localhost:4600'],
  ['https://eu.shop.example/start', 'https://eu.shop.example/start'],
  ['shop', undefined],
  ['checkout.example/cart', undefined],
  ['ftp://shop.example', undefined],
  ['', undefined],
])('reads %j as %j', (value, website) => {
  expect(parseDomain(value)).toBe(website)
})
