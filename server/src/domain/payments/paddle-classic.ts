import { createPublicKey, verify } from 'node:crypto'
import { MICRO_DIGITS } from '../money/micros.js'
import { parseTime } from '../time/parse-time.js'
import { attached } from './attached.js'
import { type Payload, payload } from './payload.js'
import type { Payer, PaymentChange, PaymentReport } from './payment-report.js'
import type { Provider, ProviderMessage } from './provider.js'

/** Paddle Classic, which is not offered any more: https://classic.paddle.com/webhooks/ */
export const paddleClassic: Provider = { verify: verifyPaddleClassic, read: readPaddleClassic }

/**
 * Every field but the signature, sorted by name and written as PHP's `serialize` does, is signed with
 * RSA and SHA-1. The secret is the vendor's public key in PEM. There is no library of Paddle's for it.
 */
function verifyPaddleClassic({ body }: ProviderMessage, secret: string): boolean {
  const fields = [...new URLSearchParams(body)]
  const signature = fields.find(([name]) => name === 'p_signature')?.[1] ?? ''
  const signed = fields
    .filter(([name]) => name !== 'p_signature')
    .sort(([one], [other]) => (one < other ? -1 : 1))
  const text = `a:${signed.length}:{${signed.flat().map(phpString).join('')}}`
  try {
    return verify(
      'sha1',
      Buffer.from(text),
      createPublicKey(secret),
      Buffer.from(signature, 'base64'),
    )
  } catch {
    return false
  }
}

const phpString = (text: string) => `s:${Buffer.byteLength(text)}:"${text}";`

function readPaddleClassic(body: string): PaymentReport {
  const alert = payload(Object.fromEntries(new URLSearchParams(body)))
  const type = alert.text('alert_name') ?? ''
  const read = readers[type]
  return { id: alert.text('alert_id') ?? '', type, changes: read ? read(alert) : [] }
}

const readers: Record<string, (alert: Payload) => PaymentChange[]> = {
  payment_succeeded: readPayment,
  subscription_payment_succeeded: readPayment,
  payment_refunded: readRefund,
  subscription_payment_refunded: readRefund,
  subscription_created: (alert) => [{ kind: 'payer', payer: payerOf(alert) }],
}

function readPayment(alert: Payload): PaymentChange[] {
  const payer = payerOf(alert)
  const order = alert.text('order_id')
  const total = micros(alert.text('sale_gross'))
  if (order === undefined || total === undefined) return []
  if (total === 0n) return [{ kind: 'payer', payer }]
  return [
    {
      kind: 'payment',
      payer,
      references: [order],
      netMicros: total - (micros(alert.text('payment_tax')) ?? 0n),
      totalMicros: total,
      currency: alert.text('currency') ?? '',
      code: alert.text('coupon'),
      productId: alert.text('subscription_plan_id') ?? alert.text('product_id'),
      // In UTC, without saying so.
      paidAt: parseTime(`${alert.text('event_time')?.replace(' ', 'T')}Z`),
    },
  ]
}

/** Where only the tax went back, the merchant keeps what it earned. */
function readRefund(alert: Payload): PaymentChange[] {
  const order = alert.text('order_id')
  const refundType = alert.text('refund_type')
  if (order === undefined || refundType === 'vat') return []
  const gross = micros(alert.text('gross_refund'))
  const refundedMicros = refundType === 'full' ? undefined : gross
  return [{ kind: 'refund', references: [order], refundedMicros, isSumSoFar: false }]
}

function payerOf(alert: Payload): Payer {
  const { customerKey, referrerKey } = attached([passthrough(alert.text('passthrough'))])
  return {
    reference: alert.text('user_id'),
    key: customerKey,
    email: alert.text('email'),
    name: alert.text('customer_name'),
    referrerKey,
  }
}

/** What the merchant passed through the checkout: an object as JSON, or the customer's key alone. */
function passthrough(text: string | undefined): Payload {
  try {
    const value: unknown = JSON.parse(text ?? '')
    return payload(typeof value === 'object' ? value : { customer_key: text })
  } catch {
    return payload({ customer_key: text })
  }
}

/** `9.99` as micros. */
function micros(text: string | undefined): bigint | undefined {
  const [, whole, fraction = ''] = /^(\d{1,12})(?:\.(\d{1,6}))?$/.exec(text ?? '') ?? []
  return whole === undefined ? undefined : BigInt(whole + fraction.padEnd(MICRO_DIGITS, '0'))
}
