import { createHmac } from 'node:crypto'
import { attached } from './attached.js'
import { isSameText } from './is-same-text.js'
import { minorDigits, type Payload, payload } from './payload.js'
import type { PaymentChange, PaymentReport } from './payment-report.js'
import type { Provider, ProviderMessage } from './provider.js'

/**
 * Paddle Billing, see https://developer.paddle.com/webhooks/overview. Paddle's own library is not used
 * for the signature: it compares in a time that depends on the guess, and reads one signature only,
 * where Paddle sends two while a secret is being changed.
 */
export const paddle: Provider = {
  verify: verifyPaddle,
  read: (body) => readPaddle(payload(JSON.parse(body))),
}

/** How far the clocks of sender and receiver may be apart. */
const TOLERANCE_MS = 300_000

/** `Paddle-Signature: ts=1671552777;h1=…`, a HMAC-SHA256 of the time, a colon and the body. */
function verifyPaddle({ headers, body, now }: ProviderMessage, secret: string): boolean {
  const parts = String(headers['paddle-signature'] ?? '')
    .split(';')
    .map((part) => part.trim().split('='))
  const time = parts.find(([name]) => name === 'ts')?.[1] ?? ''
  if (!(Math.abs(now - Number(time) * 1000) <= TOLERANCE_MS)) return false
  const expected = createHmac('sha256', secret).update(`${time}:${body}`).digest('hex')
  return parts.some(([name, value]) => name === 'h1' && isSameText(value ?? '', expected))
}

function readPaddle(event: Payload): PaymentReport {
  const type = event.text('event_type') ?? ''
  const read = readers[type]
  return { id: event.text('event_id') ?? '', type, changes: read ? read(event.at('data')) : [] }
}

const readers: Record<string, (data: Payload) => PaymentChange[]> = {
  'transaction.completed': readTransaction,
  'transaction.paid': readTransaction,
  'adjustment.created': readAdjustment,
  'adjustment.updated': readAdjustment,
  'customer.created': readCustomer,
  'customer.updated': readCustomer,
  'subscription.created': readSubscription,
}

function readTransaction(transaction: Payload): PaymentChange[] {
  const { customerKey, referrerKey } = attached([transaction.at('custom_data')])
  const payer = { reference: transaction.text('customer_id'), key: customerKey, referrerKey }
  const id = transaction.text('id')
  const currency = transaction.text('currency_code') ?? ''
  const digits = minorDigits(currency)
  const totals = transaction.at('details.totals')
  const total = totals.minor('total', digits)
  if (id === undefined || total === undefined) return []
  if (total === 0n) return [{ kind: 'payer', payer }]
  const [item] = transaction.list('items')
  return [
    {
      kind: 'payment',
      payer,
      references: [id],
      netMicros: total - (totals.minor('tax', digits) ?? 0n),
      totalMicros: total,
      currency,
      code: transaction.text('custom_data.promotion_code'),
      productId: item?.text('price.product_id'),
      productType: item?.text('price.billing_cycle.interval'),
      paidAt: transaction.time('billed_at') ?? transaction.time('created_at'),
    },
  ]
}

/** Only what Paddle has approved went back; a credit towards later invoices is none. */
function readAdjustment(adjustment: Payload): PaymentChange[] {
  const isRefund = ['refund', 'chargeback'].includes(adjustment.text('action') ?? '')
  const transaction = adjustment.text('transaction_id')
  if (!isRefund || adjustment.text('status') !== 'approved' || !transaction) return []
  const digits = minorDigits(adjustment.text('currency_code') ?? '')
  const refundedMicros = adjustment.minor('totals.total', digits)
  return [{ kind: 'refund', references: [transaction], refundedMicros, isSumSoFar: false }]
}

function readCustomer(customer: Payload): PaymentChange[] {
  const { customerKey, referrerKey } = attached([customer.at('custom_data')])
  const payer = {
    reference: customer.text('id'),
    key: customerKey,
    email: customer.text('email'),
    name: customer.text('name'),
    referrerKey,
  }
  return [{ kind: 'payer', payer }]
}

function readSubscription(subscription: Payload): PaymentChange[] {
  const { customerKey, referrerKey } = attached([subscription.at('custom_data')])
  const reference = subscription.text('customer_id')
  return [{ kind: 'payer', payer: { reference, key: customerKey, referrerKey } }]
}
