import type { Kysely } from 'kysely'
import type { Database, PaymentRow } from '../../store/database.js'
import {
  findPayments,
  insertPayment,
  insertPaymentReferences,
  mergePayment,
  type PaymentScope,
  updatePayment,
} from '../../store/payments.js'

/**
 * The one payment that goes by all of `references`, whatever was reported of it so far. Providers name
 * a charge here and its invoice there, and promise no order, so what was taken for two payments may
 * turn out to be one.
 *
 * @param references At least one; a payment that is new goes by the first.
 */
export async function joinPayment(
  trx: Kysely<Database>,
  scope: PaymentScope,
  references: [string, ...string[]],
): Promise<PaymentRow> {
  const known = await findPayments(trx, scope, references)
  const first = known.find(isSold) ?? known[0]
  const payment = first ?? {
    ...scope,
    payment: references[0],
    total_micros: null,
    refunded_micros: 0n,
  }
  if (!first) await insertPayment(trx, payment)
  await insertPaymentReferences(trx, payment, references)
  const others = known.filter((other) => other !== payment)
  if (others.length === 0) return payment
  for (const other of others) await mergePayment(trx, payment, other)
  return updatePayment(trx, payment, { refunded_micros: sum(known) })
}

const isSold = ({ total_micros }: PaymentRow) => total_micros !== null

const sum = (payments: PaymentRow[]) =>
  payments.reduce((total, { refunded_micros }) => total + refunded_micros, 0n)
