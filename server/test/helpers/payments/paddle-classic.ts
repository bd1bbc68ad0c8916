import { createPrivateKey, generateKeyPairSync, sign } from 'node:crypto'
import type { TestProvider } from './payment-provider.js'

const newKeys = () =>
  generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  })

const keys = newKeys()

/** As `serialize` of PHP writes an array of texts. */
const serialized = (fields: [string, string][]) => {
  const text = (value: string) => `s:${Buffer.byteLength(value)}:"${value}";`
  return `a:${fields.length}:{${fields.flatMap((field) => field.map(text)).join('')}}`
}

export const paddleClassic: TestProvider = {
  name: 'paddle-classic',
  secret: keys.publicKey,
  sign(message, signingSecret) {
    const fields = Object.entries(message).map(([name, value]): [string, string] => [
      name,
      String(value),
    ])
    fields.sort(([one], [other]) => one.localeCompare(other, 'en'))
    const privateKey = signingSecret ? newKeys().privateKey : keys.privateKey
    const signature = sign('sha1', Buffer.from(serialized(fields)), createPrivateKey(privateKey))
    const body = new URLSearchParams([...fields, ['p_signature', signature.toString('base64')]])
    return {
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: body.toString(),
    }
  },
  payment: ({ id, payer, email, total, tax, attached = {}, code = '' }) => ({
    alert_id: `1${id}`,
    alert_name: 'subscription_payment_succeeded',
    order_id: `order-${id}`,
    user_id: payer,
    email,
    customer_name: 'Jö Päyer',
    currency: 'USD',
    sale_gross: total.toFixed(2),
    payment_tax: tax.toFixed(2),
    subscription_plan_id: '508822',
    coupon: code,
    passthrough: JSON.stringify(attached),
    event_time: '2026-05-28 12:00:00',
  }),
  refund: ({ id, total }, refunded) => ({
    alert_id: `2${id}${refunded}`,
    alert_name: 'subscription_payment_refunded',
    order_id: `order-${id}`,
    refund_type: refunded === total ? 'full' : 'partial',
    gross_refund: refunded.toFixed(2),
    currency: 'USD',
  }),
}
