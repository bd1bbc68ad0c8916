import { describe, expect, it } from 'vitest'
import { needsReferral } from '../../../src/links/needs-referral.js'

describe('A link', () => {
  const domains = ['www.shop.example', 'checkout.example', 'app.shop.example:8443']

  it.each([
    ['www.shop.example', 'checkout.example', true],
    ['www.shop.example', 'pay.checkout.example', true],
    ['checkout.example', 'www.shop.example', true],
    ['checkout.example', 'shop.example', true],
    ['checkout.example', 'app.shop.example', true],
    ['www.shop.example', 'www.shop.example', false],
    ['www.shop.example', 'app.shop.example', false],
    ['app.shop.example', 'www.shop.example', false],
    ['www.shop.example', 'stranger.example', false],
    ['www.shop.example', 'notcheckout.example', false],
    ['www.shop.example', 'checkout.example.stranger.example', false],
  ])('from %s to %s carries the key: %s', (here, there, expected) => {
    expect(needsReferral(there, here, { domains }, true)).toBe(expected)
  })

  it('carries it where the cookie of one host is not for the other', () => {
    const settings = { domains, cookie_domain: 'www.shop.example' }
    expect(needsReferral('app.shop.example', 'www.shop.example', settings, true)).toBe(true)
    const wide = { domains, cookie_domain: '.shop.example' }
    expect(needsReferral('app.shop.example', 'www.shop.example', wide, true)).toBe(false)
  })

  it('carries it within the site while no cookie has it', () => {
    expect(needsReferral('www.shop.example', 'www.shop.example', {}, false)).toBe(true)
    expect(needsReferral('stranger.example', 'www.shop.example', {}, false)).toBe(false)
  })
})
