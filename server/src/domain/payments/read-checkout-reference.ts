import type { Kysely } from 'kysely'
import type { Database, ProgramRow } from '../../store/database.js'
import { findReferrerByKey } from '../../store/referrers.js'
import { findCustomer } from '../../store/statements/find-record.js'
import { foldEmail } from '../people/fold-email.js'
import type { Payer } from './payment-report.js'

/** 1 to 255 characters, none of them a control character. */
const KEY = /^\P{Cc}{1,255}$/u

/**
 * Tells what the one reference that a checkout carries stands for: the customer whom the merchant put
 * there, else the referrer whom our script put there, else a customer who is not known yet. What is
 * attached by name counts before it. A friend's key is a customer's as well: who pays with another
 * e-mail address is the one they sent.
 */
export async function readCheckoutReference(
  trx: Kysely<Database>,
  program: ProgramRow,
  { checkoutReference, ...payer }: Payer,
): Promise<Payer> {
  if (checkoutReference === undefined || !KEY.test(checkoutReference)) return payer
  const identifier = { id: checkoutReference, key: checkoutReference }
  const customer = await findCustomer(trx, program.program_id, identifier)
  const isPayer = customer && (program.type === 'affiliate' || isSamePerson(customer, payer))
  if (payer.key === undefined && isPayer) {
    return { ...payer, key: checkoutReference }
  }
  if (await findReferrerByKey(trx, program, checkoutReference)) {
    return { ...payer, referrerKey: payer.referrerKey ?? checkoutReference }
  }
  return { ...payer, key: payer.key ?? checkoutReference }
}

const isSamePerson = (customer: { email: string | null }, { email }: Payer): boolean =>
  customer.email === null || email === undefined || foldEmail(customer.email) === foldEmail(email)
