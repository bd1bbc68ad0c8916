import type { TestProvider } from './payment-provider.js'

const event = (type: string, id: string, content: object) => ({
  id: `ev_${type}_${id}`,
  event_type: type,
  content,
})

const secret = 'pollen:correct horse battery staple'

export const chargebee: TestProvider = {
  name: 'chargebee',
  secret,
  sign(message, signingSecret = secret) {
    const authorization = `Basic ${Buffer.from(signingSecret).toString('base64')}`
    return {
      headers: { authorization, 'content-type': 'application/json' },
      body: JSON.stringify(message),
    }
  },
  payment: ({ id, payer, email, total, tax, attached = {}, code }) =>
    event('payment_succeeded', id, {
      transaction: {
        id: `txn_${id}`,
        customer_id: payer,
        currency_code: 'USD',
        amount: total * 100,
        date: 1_780_000_000,
      },
      invoice: {
        total: total * 100,
        tax: tax * 100,
        discounts: code ? [{ entity_type: 'item_level_coupon', entity_id: code }] : [],
        line_items: [{ entity_id: 'plan-monthly', entity_type: 'plan_item_price' }],
      },
      customer: { id: payer, email, first_name: 'Jo', last_name: 'Payer', meta_data: attached },
    }),
  refund: ({ id }, refunded) =>
    event('payment_refunded', `${id}_${refunded}`, {
      transaction: {
        id: `refund_${id}`,
        type: 'refund',
        refunded_txn_id: `txn_${id}`,
        currency_code: 'USD',
        amount: refunded * 100,
      },
    }),
}
