import type { Kysely } from 'kysely'
import type { CustomerRow, Database, ProgramRow } from '../../store/database.js'
import { upsertPayer } from '../../store/payers.js'
import type { PaymentScope } from '../../store/payments.js'
import { findReferrerByKey } from '../../store/referrers.js'
import { recordSignUp } from '../customers/record-sign-ups.js'
import type { SignUp } from '../customers/sign-up.js'
import { isEmail } from '../people/is-email.js'
import { partnerByCode } from '../transactions/credit-sale.js'
import { findPayingCustomer } from './find-paying-customer.js'
import type { Payer } from './payment-report.js'
import { readCheckoutReference } from './read-checkout-reference.js'

/** As many characters as a customer's name may have where a back end sends it. */
const LONGEST_NAME = 255

/** Where a report is written down: one database transaction, one program, one provider. */
export interface Books {
  trx: Kysely<Database>
  program: ProgramRow
  scope: PaymentScope
  /** Milliseconds since the epoch. */
  now: number
}

/**
 * Recognises who paid, and records a new customer where the payment says who sent them, by a key that
 * the merchant attached or by a promotion code. Whoever came by nobody is only remembered, so that
 * later messages, which often name no e-mail address, are understood.
 *
 * @returns The customer, or `undefined` where the payer is none.
 */
export async function recordPayer(
  { trx, program, scope, now }: Books,
  told: Payer,
  code?: string,
): Promise<CustomerRow | undefined> {
  const named = await readCheckoutReference(trx, program, told)
  const { customer: known, payer } = await findPayingCustomer(trx, scope, named)
  const sender = payer.referrerKey
    ? await findReferrerByKey(trx, program, payer.referrerKey)
    : undefined
  const isSent = sender ?? (await partnerByCode(trx, program, code))
  const signUp = signUpOf(payer, known)
  const isNews = isSent ? isNamed(signUp) : known !== undefined && signUp.key !== known.key
  // Where each sale names its partner, none of them gets the credit for the customer's other sales.
  // Whose code was used gets the credit by the sale, by the same rule as anywhere else.
  const referrer = program.transaction_based_attribution === 1 ? undefined : sender
  const customer = isNews
    ? (await recordSignUp(trx, program, signUp, referrer, now)).customer
    : known
  if (payer.reference !== undefined) {
    await upsertPayer(trx, {
      ...scope,
      reference: payer.reference,
      customer_uid: customer?.uid ?? null,
      email: payer.email ?? null,
      name: payer.name ?? null,
    })
  }
  return customer
}

/**
 * A new customer goes by the merchant's own key, else by the provider's, which will not change as an
 * e-mail address may. One who is known keeps every name, unless an e-mail address was the only one.
 */
function signUpOf({ key, reference, email, name }: Payer, known: CustomerRow | undefined): SignUp {
  const said = {
    source: 'api',
    ...(email !== undefined && isEmail(email) && { email }),
    ...(name !== undefined && { name: name.slice(0, LONGEST_NAME) }),
  } as const
  const ownKey = key ?? reference
  if (!known) return { ...said, ...(ownKey !== undefined && { key: ownKey }) }
  if (known.is_named === 1 || key === undefined || known.email === null) {
    return { ...said, id: known.id, key: known.key }
  }
  return { ...said, key, email: known.email }
}

const isNamed = ({ key, email }: SignUp) => key !== undefined || email !== undefined
