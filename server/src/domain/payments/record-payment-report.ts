import type { Kysely } from 'kysely'
import type { Database, PaymentProvider, PaymentRow, ProgramRow } from '../../store/database.js'
import { findPaymentEvent, insertPaymentEvent } from '../../store/payment-events.js'
import { lockPaymentProvider } from '../../store/payment-providers.js'
import { updatePayment } from '../../store/payments.js'
import { findTransaction } from '../../store/transactions.js'
import { divideHalfEven } from '../money/divide-half-even.js'
import { microsToText } from '../money/micros.js'
import { refundSale } from '../transactions/change-sale.js'
import { readSale } from '../transactions/read-sale.js'
import { recordSale } from '../transactions/record-sales.js'
import { joinPayment } from './join-payment.js'
import type { Payment, PaymentChange, PaymentReport, Refund } from './payment-report.js'
import { type Books, recordPayer } from './record-payer.js'

/** More than any payment: what a refund of all of it counts until we know how much that was. */
const ALL_MICROS = 10n ** 18n

/**
 * Does what a payment provider reports, once however often it does: new customers, sales, refunds.
 *
 * @param trx A database transaction: that a report was heard stands beside what came of it, or neither.
 * @param now Milliseconds since the epoch.
 * @returns What came of it, for the provider's log: a sentence.
 */
export async function recordPaymentReport(
  trx: Kysely<Database>,
  program: ProgramRow,
  provider: PaymentProvider,
  { id, type, changes }: PaymentReport,
  now: number,
): Promise<string> {
  const { program_id } = program
  const books = { trx, program, scope: { program_id, provider }, now }
  await lockPaymentProvider(trx, program_id, provider, now)
  const heard = await findPaymentEvent(trx, program_id, provider, id)
  if (heard) return heard.outcome

  const outcomes: string[] = []
  for (const change of changes) outcomes.push(await record(books, change))
  const outcome = outcomes.join(' ') || 'Nothing to record.'
  await insertPaymentEvent(trx, { program_id, provider, id, type, outcome, received_at: now })
  return outcome
}

function record(books: Books, change: PaymentChange): Promise<string> {
  switch (change.kind) {
    case 'payer':
      return recordPayerAlone(books, change)
    case 'payment':
      return recordPayment(books, change)
    case 'refund':
      return recordRefund(books, change)
    case 'same_payment':
      return recordNames(books, change)
  }
}

type ChangeOf<Kind> = Extract<PaymentChange, { kind: Kind }>

async function recordPayerAlone(books: Books, { payer }: ChangeOf<'payer'>): Promise<string> {
  const customer = await recordPayer(books, payer)
  return customer ? `The customer is ${customer.key}.` : 'The payer came by nobody.'
}

async function recordPayment(books: Books, sold: Payment): Promise<string> {
  const { trx, program, scope, now } = books
  const customer = await recordPayer(books, sold.payer, sold.code)
  const joined = await joinPayment(trx, scope, sold.references)
  const payment = await updatePayment(trx, joined, { total_micros: sold.totalMicros })
  if (!customer) return 'The payer came by nobody, so no sale was recorded.'
  const sale = readSale(
    {
      key: payment.payment,
      amount: microsToText(sold.netMicros),
      amount_units: sold.currency,
      action: 'sale',
      product_id: sold.productId,
      product_type: sold.productType,
      created_at: sold.paidAt,
      discount_code: sold.code,
      partner_key: sold.payer.referrerKey,
    },
    program.currency,
  )
  const { key } = await recordSale(trx, program, customer, sale, now)
  await applyRefund(books, payment)
  return `The sale is ${key}.`
}

async function recordRefund(books: Books, refund: Refund): Promise<string> {
  const { trx, scope } = books
  const payment = await joinPayment(trx, scope, refund.references)
  const refunded = await updatePayment(trx, payment, {
    refunded_micros: refundedSoFar(payment, refund),
  })
  return applyRefund(books, refunded)
}

function refundedSoFar(
  { refunded_micros: before }: PaymentRow,
  { refundedMicros = ALL_MICROS, isSumSoFar }: Refund,
): bigint {
  const sum = isSumSoFar ? refundedMicros : before + refundedMicros
  return sum > before ? sum : before
}

async function recordNames(books: Books, { references }: ChangeOf<'same_payment'>) {
  return applyRefund(books, await joinPayment(books.trx, books.scope, references))
}

/** Refunds are told with tax, sales are kept without: the sale goes back by the same share. */
async function applyRefund(
  { trx, program, now }: Books,
  { payment, total_micros, refunded_micros }: PaymentRow,
): Promise<string> {
  const sale = await findTransaction(trx, program.program_id, payment)
  if (!sale || sale.deleted_at !== null || total_micros === null)
    return 'There is no such sale yet.'
  if (refunded_micros === 0n) return `The sale is ${payment}.`
  const isAll = refunded_micros >= total_micros
  const refunded = isAll
    ? sale.amount_micros
    : divideHalfEven(sale.amount_micros * refunded_micros, total_micros)
  await refundSale(trx, program, sale.key, refunded, now)
  return `Of the sale ${payment}, ${microsToText(refunded)} ${sale.amount_units} went back.`
}
