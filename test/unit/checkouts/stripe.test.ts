import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { connectStripe, type StripeOptions } from '../../../src/checkouts/stripe.js'

let referrers: { partner?: string; referral?: string }
let stop: (() => void) | undefined

const connect = (options?: StripeOptions) => {
  stop = connectStripe(() => referrers, options)
}

beforeEach(() => {
  referrers = { partner: 'jane' }
})

afterEach(() => {
  stop?.()
  document.body.innerHTML = ''
})

/** Clicks the link and says where it leads then. */
function follow(href: string): string {
  document.body.innerHTML = `<a href="${href}"><b>Buy</b></a>`
  document.addEventListener('click', (event) => event.preventDefault(), { once: true })
  document.querySelector('b')?.click()
  return document.querySelector('a')?.href ?? ''
}

it.each([
  ['https://buy.stripe.com/abc', 'https://buy.stripe.com/abc?client_reference_id=jane'],
  [
    'https://buy.stripe.com/abc?prefilled_email=a%40b.c',
    'https://buy.stripe.com/abc?prefilled_email=a%40b.c&client_reference_id=jane',
  ],
  [
    'https://buy.stripe.com/abc?client_reference_id=order-7',
    'https://buy.stripe.com/abc?client_reference_id=order-7',
  ],
  ['https://shop.example/buy', 'https://shop.example/buy'],
  ['https://buy.stripe.com.evil.example/abc', 'https://buy.stripe.com.evil.example/abc'],
])('when %s is clicked it leads to %s', (href, expected) => {
  connect()
  expect(follow(href)).toBe(expected)
})

it('knows payment links under the site’s own domain by its options', () => {
  connect({ hosts: ['pay.shop.example'] })
  expect(follow('https://pay.shop.example/abc')).toContain('client_reference_id=jane')
})

it('prefers the customer’s own key where the site knows it', () => {
  connect({ customer: 'acct_42' })
  expect(follow('https://buy.stripe.com/abc')).toContain('client_reference_id=acct_42')
})

it('leaves links alone for a visitor whom nobody referred', () => {
  referrers = {}
  connect()
  expect(follow('https://buy.stripe.com/abc')).toBe('https://buy.stripe.com/abc')
})

it('follows the credit when it changes between two clicks', () => {
  connect()
  follow('https://buy.stripe.com/abc')
  referrers = { partner: 'joe' }
  document.querySelector('b')?.click()
  expect(document.querySelector('a')?.href).toContain('client_reference_id=joe')
})

it.each(['stripe-buy-button', 'stripe-pricing-table'])('completes %s', async (name) => {
  document.body.innerHTML = `<${name} id="first"></${name}>`
  connect()
  expect(document.getElementById('first')?.getAttribute('client-reference-id')).toBe('jane')

  const later = document.createElement(name)
  document.body.append(later)
  await vi.waitFor(() => expect(later.getAttribute('client-reference-id')).toBe('jane'))
})

it('leaves a reference that the site has given', () => {
  document.body.innerHTML = '<stripe-buy-button client-reference-id="order-7"></stripe-buy-button>'
  connect()
  expect(document.querySelector('[client-reference-id="order-7"]')).not.toBeNull()
})
