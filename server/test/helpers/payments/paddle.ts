import { createHmac } from 'node:crypto'
import type { TestProvider } from './payment-provider.js'

const event = (type: string, id: string, data: object) => ({
  event_id: `evt_${type}_${id}`,
  event_type: type,
  occurred_at: '2026-05-28T12:00:00.000000Z',
  data,
})

const minor = (amount: number) => String(Math.round(amount * 100))

const secret = 'pdl_ntfset_01hkpjfrd6x2yqm1vz5t3s9k8c'

export const paddle: TestProvider = {
  name: 'paddle',
  secret,
  sign(message, signingSecret = secret) {
    const body = JSON.stringify(message)
    const time = Math.floor(Date.now() / 1000)
    const hash = createHmac('sha256', signingSecret).update(`${time}:${body}`).digest('hex')
    const signature = `ts=${time};h1=${hash}`
    return { headers: { 'paddle-signature': signature, 'content-type': 'application/json' }, body }
  },
  payer: ({ payer, email }) =>
    event('customer.created', payer, { id: payer, email, name: 'Jo Payer', custom_data: null }),
  payment: ({ id, payer, total, tax, attached = {}, code }) =>
    event('transaction.completed', id, {
      id: `txn_${id}`,
      customer_id: payer,
      currency_code: 'USD',
      custom_data: { ...attached, promotion_code: code },
      billed_at: '2026-05-28T12:00:00.000000Z',
      items: [{ price: { product_id: 'pro_plan', billing_cycle: { interval: 'month' } } }],
      details: { totals: { total: minor(total), tax: minor(tax) } },
    }),
  refund: ({ id }, refunded) =>
    event('adjustment.updated', `${id}_${refunded}`, {
      id: `adj_${id}`,
      action: 'refund',
      status: 'approved',
      transaction_id: `txn_${id}`,
      currency_code: 'USD',
      totals: { total: minor(refunded) },
    }),
}
