import { expect, it } from 'vitest'
import { paymentMetadata } from '../../src/node/index.js'

it.each([
  [
    { customer: 'user_42', referral: { partner: 'jane', session: 's' } },
    { customer_key: 'user_42', partner_key: 'jane' },
  ],
  [{ referral: { referral: 'joe' } }, { partner_key: 'joe' }],
  [{ customer: 'user_42' }, { customer_key: 'user_42' }],
  [{ referral: {} }, {}],
])('makes of %o the metadata %o', (known, metadata) => {
  expect(paymentMetadata(known)).toEqual(metadata)
})
