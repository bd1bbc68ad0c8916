import Stripe from 'stripe'
import type { TestProvider } from './payment-provider.js'

const event = (type: string, id: string, object: object) => ({
  id: `evt_${type}_${id}`,
  object: 'event',
  type,
  data: { object },
})

const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'

export const stripe: TestProvider = {
  name: 'stripe',
  secret,
  sign(message, signingSecret = secret) {
    const body = JSON.stringify(message)
    const signature = Stripe.webhooks.generateTestHeaderString({
      payload: body,
      secret: signingSecret,
    })
    return { headers: { 'stripe-signature': signature, 'content-type': 'application/json' }, body }
  },
  payment: ({ id, payer, email, total, tax, attached = {}, code }) =>
    event('invoice.paid', id, {
      id: `in_${id}`,
      object: 'invoice',
      customer: payer,
      customer_email: email,
      customer_name: 'Jo Payer',
      currency: 'usd',
      amount_paid: total * 100,
      total_taxes: [{ amount: tax * 100 }],
      created: 1_780_000_000,
      discounts: code ? [{ promotion_code: { code } }] : [],
      lines: { data: [{ pricing: { price_details: { product: 'prod_plan' } } }] },
      parent: { subscription_details: { metadata: attached } },
      payments: { data: [{ payment: { type: 'payment_intent', payment_intent: `pi_${id}` } }] },
    }),
  refund: ({ id, total }, refunded) =>
    event('charge.refunded', `${id}_${refunded}`, {
      id: `ch_${id}`,
      object: 'charge',
      payment_intent: `pi_${id}`,
      currency: 'usd',
      amount: total * 100,
      amount_refunded: refunded * 100,
    }),
}
