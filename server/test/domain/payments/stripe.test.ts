import Stripe from 'stripe'
import { describe, expect, it } from 'vitest'
import { stripe } from '../../../src/domain/payments/stripe.js'

const read = (type: string, object: object) =>
  stripe.read(JSON.stringify({ id: 'evt_1', type, data: { object } })).changes

const session = (more: object) => ({
  id: 'cs_1',
  customer: 'cus_1',
  payment_intent: 'pi_1',
  payment_status: 'paid',
  currency: 'usd',
  amount_total: 1190,
  total_details: { amount_tax: 190 },
  customer_details: { email: 'jo@example.com', name: 'Jo' },
  ...more,
})

describe('a checkout', () => {
  it('is a payment, told by the name that its refund will use', () => {
    expect(read('checkout.session.completed', session({}))).toMatchObject([
      { kind: 'payment', references: ['pi_1', 'cs_1'], netMicros: 10_000_000n, currency: 'USD' },
    ])
  })

  it.each([
    ['is not paid yet', { payment_status: 'unpaid' }],
    ['begins a subscription', { payment_intent: null, invoice: 'in_1' }],
    ['is told of by an invoice as well', { invoice: 'in_1' }],
  ])('that %s only tells who pays', (_, more) => {
    expect(read('checkout.session.completed', session(more))).toMatchObject([
      { kind: 'payer', payer: { reference: 'cus_1', email: 'jo@example.com' } },
    ])
  })

  it.each([
    [{ client_reference_id: 'account-1' }, { checkoutReference: 'account-1' }],
    [
      { client_reference_id: 'po_amFuZUBleGFtcGxlLmNvbQ' },
      { checkoutReference: 'jane@example.com' },
    ],
    [
      { client_reference_id: 'a', metadata: { customer_key: 'account-2', partner_key: 'jane' } },
      { key: 'account-2', referrerKey: 'jane' },
    ],
    [{ metadata: { partnero_partner: 'jane' } }, { referrerKey: 'jane' }],
    [{ metadata: { partner_key: 'x'.repeat(256) } }, { referrerKey: undefined }],
    [{ metadata: { partner_key: 'a\u0000b' } }, { referrerKey: undefined }],
  ])('with %j is paid by %j', (more, payer) => {
    expect(read('checkout.session.completed', session(more))).toMatchObject([{ payer }])
  })
})

describe('an amount', () => {
  it.each([
    ['usd', 999, 9_990_000n],
    ['jpy', 999, 999_000_000n],
    ['kwd', 9990, 9_990_000n],
    // Stripe counts these two in hundredths, and that one whole, against ISO 4217.
    ['isk', 99_900, 999_000_000n],
    ['ugx', 99_900, 999_000_000n],
    ['mga', 999, 999_000_000n],
  ])('in %s of %i is %i micros', (currency, amount_paid, micros) => {
    const invoice = { id: 'in_1', currency, amount_paid }
    expect(read('invoice.paid', invoice)).toMatchObject([{ totalMicros: micros }])
  })
})

describe('an invoice', () => {
  it.each([
    ['of today', { total_taxes: [{ amount: 100 }, { amount: 90 }] }],
    ['of 2024', { total_tax_amounts: [{ amount: 190 }] }],
    ['of 2017', { tax: 190 }],
  ])('%s earns what was paid without the tax', (_, tax) => {
    const invoice = { id: 'in_1', currency: 'usd', amount_paid: 1190, ...tax }
    expect(read('invoice.paid', invoice)).toMatchObject([{ netMicros: 10_000_000n }])
  })

  it('over nothing earns nothing', () => {
    const invoice = { id: 'in_1', customer: 'cus_1', currency: 'usd', amount_paid: 0 }
    expect(read('invoice.paid', invoice)).toMatchObject([{ kind: 'payer' }])
  })
})

describe('a signature', () => {
  const secret = 'whsec_test'
  const body = JSON.stringify({ id: 'evt_1' })
  const verify = (timestamp: number, text = body) =>
    stripe.verify(
      {
        headers: {
          'stripe-signature': Stripe.webhooks.generateTestHeaderString({
            payload: body,
            secret,
            timestamp,
          }),
        },
        body: text,
        now: Date.now(),
      },
      secret,
    )
  const nowSeconds = () => Math.floor(Date.now() / 1000)

  it('counts for the text that it was made for', async () => {
    expect(await verify(nowSeconds())).toBe(true)
    expect(await verify(nowSeconds(), `${body} `)).toBe(false)
  })

  it('does not count for ever, so that a message that was overheard cannot be sent again', async () => {
    expect(await verify(nowSeconds() - 3600)).toBe(false)
  })
})
