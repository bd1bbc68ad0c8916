import type { Kysely } from 'kysely'
import { enrolCustomer } from '../../src/domain/customers/enrol-customer.js'
import { createPartner } from '../../src/domain/partners/create-partner.js'
import { createProgram } from '../../src/domain/programs/create-program.js'
import type { CustomerRow, Database, PartnerRow, ProgramRow } from '../../src/store/database.js'
import { inTransaction } from '../../src/store/in-transaction.js'

export interface Books {
  program: ProgramRow
  partner: PartnerRow
  customer: CustomerRow
}

/** A program that pays 30 %, a partner, and a customer whom the partner brought. */
export async function createBooks(db: Kysely<Database>, now: number): Promise<Books> {
  const { program } = await createProgram(
    db,
    {
      name: 'Books',
      website: 'https://shop.example',
      type: 'affiliate',
      parameter: 'aff',
      url_format: 'query',
      cookie_lifetime_days: 30,
      attribution: 'last_click',
      currency: 'USD',
      commission_type: 'percent',
      commission_micros: 30_000_000n,
    },
    now,
  )
  const partner = await inTransaction(db, (trx) =>
    createPartner(trx, program, { key: 'jane', email: 'jane@x.example' }, now),
  )
  const customer = await inTransaction(db, (trx) =>
    enrolCustomer(trx, program, { key: 'c1' }, { partner: { key: 'jane' } }, false, now),
  )
  return { program, partner, customer }
}
