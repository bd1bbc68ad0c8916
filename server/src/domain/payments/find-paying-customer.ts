import type { Kysely } from 'kysely'
import { findCustomersByUid } from '../../store/customers.js'
import type { CustomerRow, Database } from '../../store/database.js'
import { findPayer } from '../../store/payers.js'
import type { PaymentScope } from '../../store/payments.js'
import { findCustomer } from '../../store/statements/find-record.js'
import type { Payer } from './payment-report.js'

/** Who paid, as far as we know, and what to call them where we do not. */
export interface KnownPayer {
  customer: CustomerRow | undefined
  /** The payer with what earlier messages told of the same person. */
  payer: Payer
}

/**
 * Finds the customer who paid: by the key that the merchant attached, else by what the provider's id
 * stood for before, else by that id as a key, else by e-mail address.
 */
export async function findPayingCustomer(
  trx: Kysely<Database>,
  scope: PaymentScope,
  payer: Payer,
): Promise<KnownPayer> {
  const { reference, key } = payer
  const told = reference === undefined ? undefined : await findPayer(trx, scope, reference)
  const email = payer.email ?? told?.email ?? undefined
  const name = payer.name ?? told?.name ?? undefined
  const uid = told?.customer_uid ?? undefined
  const customer =
    (key && (await findCustomer(trx, scope.program_id, { id: key, key }))) ||
    (uid && (await findCustomersByUid(trx, scope.program_id, [uid])).get(uid)) ||
    (reference && (await findCustomer(trx, scope.program_id, { id: reference, key: reference }))) ||
    (email && (await findCustomer(trx, scope.program_id, { email }))) ||
    undefined
  return { customer, payer: { ...payer, email, name } }
}
