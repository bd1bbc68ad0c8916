import type { Kysely } from 'kysely'
import { PollenError } from '../errors/pollen-error.js'
import type { CustomerRow, Database, ProgramRow } from '../store/database.js'
import { findCustomer, type Identifier } from '../store/find-record.js'
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
 * @throws PollenError `customer_unknown` or `partner_unknown`: nothing is recorded then.
 */
export async function saleCustomer(
  trx: Kysely<Database>,
  program: ProgramRow,
  { customer, options, ...referral }: SaleParties,
  now: number,
): Promise<CustomerRow> {
  if (!customer.id && !customer.key && !customer.email) {
    throw new PollenError('invalid', {
      customer: ['Name the customer by customer.key, customer.id or customer.email.'],
    })
  }
  if (options?.create_customer) {
    const { partner, referring_customer, ...person } = customer
    const said = {
      partner: partner ?? referral.partner,
      referring_customer: referring_customer ?? referral.referring_customer,
      referral_url: options.referral_url,
    }
    return enrolCustomer(trx, program, person, said, true, now)
  }
  const known = await findCustomer(trx, program.program_id, customer)
  if (!known) throw customerUnknown(customer)
  return known
}

function customerUnknown({ id, key, email }: Identifier): PollenError {
  const [name, value] = id ? ['id', id] : key ? ['key', key] : ['email', email]
  return new PollenError('customer_unknown', {
    [`customer.${name}`]: [
      `No customer has the ${name} "${value}"; options.create_customer records one with the sale.`,
    ],
  })
}
