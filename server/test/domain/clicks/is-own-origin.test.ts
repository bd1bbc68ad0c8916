import { describe, expect, it } from 'vitest'
import { isOwnOrigin, ownWebsites } from '../../../src/domain/clicks/is-own-origin.js'

describe('a page belongs to https://www.shop.example/start', () => {
  it.each([
    ['https://www.shop.example', true],
    ['https://shop.example', true],
    ['https://app.shop.example', true],
    ['http://shop.example:8080', true],
    ['https://www.shop.example/cart?q=1', true],
    ['http://localhost:3000', true],
    ['http://shop.localhost', true],
    ['capacitor://localhost', true],
    ['http://127.0.0.1:5173', true],
    ['http://[::1]:5173', true],
    ['https://evil.example', false],
    ['https://notshop.example', false],
    ['https://shop.example.evil.example', false],
    ['https://shop.example@evil.example', false],
    ['https://localhost.evil.example', false],
    ['http://127.0.0.1.evil.example', false],
    ['http://10.0.0.1', false],
    ['null', false],
    ['', false],
  ])('%j: %s', (page, isOwn) => {
    expect(isOwnOrigin(page, ['https://www.shop.example/start'])).toBe(isOwn)
  })
})

it('and to any of several, whatever letters their names are written in', () => {
  const websites = ['https://shop.example', 'https://bücher.example']
  expect(isOwnOrigin('https://xn--bcher-kva.example', websites)).toBe(true)
})

it('and to the domain that cookies are set for', () => {
  const websites = ownWebsites({
    website: 'https://app.shop.example',
    cookie_domain: 'shop.example',
  })
  expect(isOwnOrigin('https://www.shop.example', websites)).toBe(true)
})
