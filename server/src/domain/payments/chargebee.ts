import { attached } from './attached.js'
import { isSameText } from './is-same-text.js'
import { minorDigits, type Payload, payload } from './payload.js'
import type { Payer, PaymentChange, PaymentReport } from './payment-report.js'
import type { Provider, ProviderMessage } from './provider.js'

/** Chargebee, see https://apidocs.chargebee.com/docs/api/events. */
export const chargebee: Provider = {
  verify: verifyChargebee,
  read: (body) => readChargebee(payload(JSON.parse(body))),
}

/**
 * Chargebee signs nothing, so its library has no check to offer: it sends the user name and password
 * that were set for the webhook. The secret is both, with a colon between (RFC 7617).
 */
function verifyChargebee({ headers }: ProviderMessage, secret: string): boolean {
  const [, credentials = ''] = /^basic\s+(\S+)$/i.exec(headers.authorization ?? '') ?? []
  return isSameText(Buffer.from(credentials, 'base64').toString(), secret)
}

function readChargebee(event: Payload): PaymentReport {
  const type = event.text('event_type') ?? ''
  const read = readers[type]
  return { id: event.text('id') ?? '', type, changes: read ? read(event.at('content')) : [] }
}

const readers: Record<string, (content: Payload) => PaymentChange[]> = {
  payment_succeeded: readPayment,
  payment_refunded: readRefund,
  customer_created: (content) => [{ kind: 'payer', payer: payerOf(content) }],
  customer_changed: (content) => [{ kind: 'payer', payer: payerOf(content) }],
  subscription_created: (content) => [{ kind: 'payer', payer: payerOf(content) }],
}

/** One payment, of a whole invoice or of a part of it, which then bears its part of the tax. */
function readPayment(content: Payload): PaymentChange[] {
  const [transaction, invoice] = [content.at('transaction'), content.at('invoice')]
  const id = transaction.text('id')
  const currency = transaction.text('currency_code') ?? invoice.text('currency_code') ?? ''
  const digits = minorDigits(currency)
  const paid = transaction.minor('amount', digits)
  if (id === undefined || paid === undefined || paid === 0n) return []
  const total = invoice.minor('total', digits) ?? 0n
  const tax = invoice.minor('tax', digits) ?? 0n
  const [line] = invoice.list('line_items')
  const coupon = invoice
    .list('discounts')
    .find((discount) => discount.text('entity_type')?.endsWith('coupon'))
  return [
    {
      kind: 'payment',
      payer: payerOf(content),
      references: [id],
      netMicros: paid - partOf(tax, paid, total, digits),
      totalMicros: paid,
      currency,
      code: coupon?.text('entity_id'),
      productId: line?.text('entity_id'),
      productType: line?.text('entity_type'),
      paidAt: transaction.time('date'),
    },
  ]
}

function readRefund(content: Payload): PaymentChange[] {
  const refund = content.at('transaction')
  const refunded = refund.text('refunded_txn_id')
  if (refunded === undefined) return []
  const digits = minorDigits(refund.text('currency_code') ?? '')
  const refundedMicros = refund.minor('amount', digits)
  return [{ kind: 'refund', references: [refunded], refundedMicros, isSumSoFar: false }]
}

function payerOf(content: Payload): Payer {
  const [customer, subscription] = [content.at('customer'), content.at('subscription')]
  const { customerKey, referrerKey } = attached([
    customer.at('meta_data'),
    customer,
    subscription.at('meta_data'),
    subscription,
  ])
  const names = [customer.text('first_name'), customer.text('last_name')]
  return {
    reference: customer.text('id') ?? content.text('transaction.customer_id'),
    // A subscription has a customer_id of its own, which is the customer's id and nothing new.
    key: customerKey === subscription.text('customer_id') ? undefined : customerKey,
    email: customer.text('email'),
    name: names.filter(Boolean).join(' ') || undefined,
    referrerKey,
  }
}

/** The part of `tax` that is in `paid`, to the minor unit. */
function partOf(tax: bigint, paid: bigint, total: bigint, digits: number): bigint {
  if (total <= 0n || paid >= total) return tax
  const unit = 10n ** BigInt(6 - digits)
  return ((tax * paid) / total / unit) * unit
}
