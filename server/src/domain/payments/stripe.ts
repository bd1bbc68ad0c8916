import { readClientReference } from '#client-reference'
import { attached } from './attached.js'
import { minorDigits, type Payload, payload } from './payload.js'
import type { Payer, PaymentChange, PaymentReport } from './payment-report.js'
import type { Provider } from './provider.js'

/** Stripe, see https://docs.stripe.com/api/events/types. */
export const stripe: Provider = {
  verify: verifyStripe,
  read: (body) => readStripe(payload(JSON.parse(body))),
}

/** Currencies whose minor unit is not that of ISO 4217: https://docs.stripe.com/currencies */
const DIGITS: Record<string, number> = { ISK: 2, UGX: 2, MGA: 0 }

/** By Stripe's own library, which is only loaded where a message from Stripe arrives. */
async function verifyStripe({ headers, body }: Parameters<Provider['verify']>[0], secret: string) {
  const { default: Stripe } = await import('stripe')
  const signature = headers['stripe-signature']
  try {
    Stripe.webhooks.constructEvent(body, typeof signature === 'string' ? signature : '', secret)
    return true
  } catch {
    return false
  }
}

function readStripe(event: Payload): PaymentReport {
  const type = event.text('type') ?? ''
  const read = readers[type]
  return { id: event.text('id') ?? '', type, changes: read ? read(event.at('data.object')) : [] }
}

const readers: Record<string, (object: Payload) => PaymentChange[]> = {
  'checkout.session.completed': readCheckout,
  'checkout.session.async_payment_succeeded': readCheckout,
  'invoice.paid': readInvoice,
  // One fact under several names: an endpoint may be subscribed to any of them, or to all.
  'invoice.payment_succeeded': readInvoice,
  'invoice_payment.paid': readInvoicePayment,
  'charge.refunded': readRefund,
  'customer.created': readCustomer,
  'customer.updated': readCustomer,
  'customer.subscription.created': readSubscription,
}

/** A subscription's checkout only tells who pays: its payments come as invoices. */
function readCheckout(session: Payload): PaymentChange[] {
  const { customerKey, referrerKey } = attached([session.at('metadata')])
  const reference = session.text('client_reference_id')
  const payer: Payer = {
    reference: session.text('customer'),
    key: customerKey,
    checkoutReference: reference && readClientReference(reference),
    email: session.text('customer_details.email') ?? session.text('customer_email'),
    name: session.text('customer_details.name'),
    referrerKey,
  }
  const id = session.text('payment_intent')
  const isPaid = session.text('payment_status') === 'paid' && session.text('invoice') === undefined
  const currency = currencyOf(session)
  const total = session.minor('amount_total', digitsOf(currency))
  if (id === undefined || !isPaid || total === undefined) return [{ kind: 'payer', payer }]
  const tax = session.minor('total_details.amount_tax', digitsOf(currency)) ?? 0n
  return [
    {
      kind: 'payment',
      payer,
      references: withFirst(id, session.text('id')),
      netMicros: total - tax,
      totalMicros: total,
      currency,
      code: codeOf(session),
      productId: session.text('metadata.product_id'),
      productType: session.text('metadata.product_type'),
      paidAt: session.time('created'),
    },
  ]
}

function readInvoice(invoice: Payload): PaymentChange[] {
  const [line] = invoice.list('lines.data')
  const { customerKey, referrerKey } = attached([
    invoice.at('metadata'),
    invoice.at('parent.subscription_details.metadata'),
    invoice.at('subscription_details.metadata'),
    ...(line ? [line.at('metadata')] : []),
  ])
  const payer: Payer = {
    reference: invoice.text('customer'),
    key: customerKey,
    email: invoice.text('customer_email'),
    name: invoice.text('customer_name'),
    referrerKey,
  }
  const id = invoice.text('id')
  const currency = currencyOf(invoice)
  const digits = digitsOf(currency)
  const total = invoice.minor('amount_paid', digits)
  if (id === undefined || total === undefined) return []
  // A free period, or one paid for from the payer's credit: nothing was earned by it.
  if (total === 0n) return [{ kind: 'payer', payer }]
  return [
    {
      kind: 'payment',
      payer,
      references: withFirst(
        id,
        invoice.text('payment_intent'),
        invoice.text('charge'),
        ...invoice.list('payments.data').map((paid) => paid.text('payment.payment_intent')),
      ),
      netMicros: total - taxOf(invoice, digits),
      totalMicros: total,
      currency,
      code: codeOf(invoice),
      productId: line?.text('pricing.price_details.product') ?? line?.text('price.product'),
      productType: line?.text('price.recurring.interval'),
      paidAt: invoice.time('status_transitions.paid_at') ?? invoice.time('created'),
    },
  ]
}

/** Since API version 2025-03-31 an invoice does not name its payment, nor a charge its invoice. */
function readInvoicePayment(paid: Payload): PaymentChange[] {
  const invoice = paid.text('invoice')
  const intent = paid.text('payment.payment_intent') ?? paid.text('payment.charge')
  if (invoice === undefined || intent === undefined) return []
  return [{ kind: 'same_payment', references: [invoice, intent] }]
}

function readRefund(charge: Payload): PaymentChange[] {
  const id = charge.text('id')
  const refundedMicros = charge.minor('amount_refunded', digitsOf(currencyOf(charge)))
  if (id === undefined || refundedMicros === undefined) return []
  const references = withFirst(id, charge.text('payment_intent'), charge.text('invoice'))
  return [{ kind: 'refund', references, refundedMicros, isSumSoFar: true }]
}

function readCustomer(customer: Payload): PaymentChange[] {
  const { customerKey, referrerKey } = attached([customer.at('metadata')])
  return [
    {
      kind: 'payer',
      payer: {
        reference: customer.text('id'),
        key: customerKey,
        email: customer.text('email'),
        name: customer.text('name'),
        referrerKey,
      },
    },
  ]
}

function readSubscription(subscription: Payload): PaymentChange[] {
  const { customerKey, referrerKey } = attached([subscription.at('metadata')])
  const reference = subscription.text('customer')
  return [{ kind: 'payer', payer: { reference, key: customerKey, referrerKey } }]
}

/**
 * The promotion code as people type it. Stripe sends the ids of discounts; their codes only come where
 * the merchant attached them, or where a coupon's id, which merchants may choose, is the code.
 */
const codeOf = (object: Payload): string | undefined => {
  const discounts = [object.at('discount'), ...object.list('discounts')]
  return [
    object.text('metadata.promotion_code'),
    ...discounts.map((discount) => discount.text('promotion_code.code')),
    ...discounts.map((discount) => discount.text('coupon.id')),
  ].find(Boolean)
}

const currencyOf = (object: Payload) => (object.text('currency') ?? '').toUpperCase()

const digitsOf = (currency: string) => DIGITS[currency] ?? minorDigits(currency)

/** Older API versions tell one sum, later ones a list, under two names. */
function taxOf(invoice: Payload, digits: number): bigint {
  const taxes = [...invoice.list('total_taxes'), ...invoice.list('total_tax_amounts')]
  if (taxes.length === 0) return invoice.minor('tax', digits) ?? 0n
  return taxes.reduce((sum, tax) => sum + (tax.minor('amount', digits) ?? 0n), 0n)
}

const withFirst = (first: string, ...more: (string | undefined)[]): [string, ...string[]] => [
  first,
  ...more.filter((reference) => reference !== undefined && reference !== first).map(String),
]
