import { describe, expect, it } from 'vitest'
import { paddleCheckout } from '../../../src/checkouts/paddle-checkout.js'

const jane = { partner_key: 'jane' }

describe('Paddle Billing', () => {
  it.each([
    [{ items: [] }, { items: [], customData: jane }],
    [{ customData: null }, { customData: jane }],
    [{ customData: { plan: 'pro' } }, { customData: { plan: 'pro', partner_key: 'jane' } }],
    [{ customData: { partner_key: 'joe' } }, { customData: { partner_key: 'joe' } }],
    [{ customData: '{"plan":"pro"}' }, { customData: '{"plan":"pro"}' }],
    [{ customData: ['pro'] }, { customData: ['pro'] }],
    [{ transactionId: 'txn_1' }, { transactionId: 'txn_1' }],
  ])('makes %j to %j', (options, expected) => {
    const given = structuredClone(options)
    expect(paddleCheckout(options, jane, true)).toEqual(expected)
    expect(options).toEqual(given)
  })
})

describe('Paddle Classic', () => {
  it.each([
    [{ product: 1 }, { product: 1, passthrough: '{"partner_key":"jane"}' }],
    [{ passthrough: '' }, { passthrough: '{"partner_key":"jane"}' }],
    [{ passthrough: { plan: 'pro' } }, { passthrough: '{"partner_key":"jane","plan":"pro"}' }],
    [{ passthrough: '{"plan":"pro"}' }, { passthrough: '{"plan":"pro"}' }],
    [{ passthrough: 'plan pro' }, { passthrough: 'plan pro' }],
  ])('makes %j to %j', (options, expected) => {
    expect(paddleCheckout(options, jane, false)).toEqual(expected)
  })
})

it('changes nothing where nobody referred the buyer', () => {
  const options = { customData: { plan: 'pro' } }
  expect(paddleCheckout(options, {}, true)).toBe(options)
})
