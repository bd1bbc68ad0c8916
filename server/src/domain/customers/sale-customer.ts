import type { Kysely } from 'kysely'
import { PollenError } from '../../errors/pollen-error.js'
import type { CustomerRow, Database, ProgramRow } from '../../store/database.js'
import { findCustomers } from '../../store/find-customers.js'
import type { Identifier } from '../../store/statements/find-record.js'
import { enrolCustomer } from './enrol-customer.js'
import type { Referral } from './resolve-referrer.js'
import type { SignUp } from './sign-up.js'

/** Who bought, and how they may have come; clients put the referral in either place. */
export interface SaleParties extends Referral {
  customer: Omit<SignUp, 'source'> & Referral
  options?: { create_customer?: boolean; referral_url?: string }
}

/**
 * The customer that a sale is of; on request one who was not known so far.
 *
 * @throws PollenError `invalid`, `customer_unknown` or `partner_unknown`: nothing is recorded then.
 */
export async function saleCustomer(
  trx: Kysely<Database>,
  program: ProgramRow,
  { customer, options, ...referral }: SaleParties,
  now: number,
): Promise<CustomerRow> {
  if (options?.create_customer && isNamed(customer)) {
    const { partner, referring_customer, ...person } = customer
    const said = {
      partner: partner ?? referral.partner,
      referring_customer: referring_customer ?? referral.referring_customer,
      referral_url: options.referral_url,
    }
    return enrolCustomer(trx, program, person, said, true, now)
  }
  const [known] = await knownCustomers(trx, program, [customer])
  if (!known || known instanceof PollenError) throw known ?? customerUnknown(customer)
  return known
}

/**
 * Customers by how the client names them.
 *
 * @returns One for each; the error `invalid` or `customer_unknown` for those that cannot be told.
 */
export async function knownCustomers(
  trx: Kysely<Database>,
  { program_id }: ProgramRow,
  named: readonly Identifier[],
): Promise<(CustomerRow | PollenError)[]> {
  const customers = await findCustomers(trx, program_id, named)
  return named.map((customer, index) => customers[index] ?? customerUnknown(customer))
}

const isNamed = ({ id, key, email }: Identifier) => Boolean(id || key || email)

function customerUnknown({ id, key, email }: Identifier): PollenError {
  if (!isNamed({ id, key, email })) {
    return new PollenError('invalid', {
      customer: ['Name the customer by customer.key, customer.id or customer.email.'],
    })
  }
  const [name, value] = id ? ['id', id] : key ? ['key', key] : ['email', email]
  return new PollenError('customer_unknown', {
    [`customer.${name}`]: [
      `No customer has the ${name} "${value}"; options.create_customer records one with the sale.`,
    ],
  })
}
