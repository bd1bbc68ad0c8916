import type { Kysely } from 'kysely'
import { PollenError } from '../../errors/pollen-error.js'
import type { CustomerRow, Database, ProgramRow } from '../../store/database.js'
import { anyIdentifier, findCustomer } from '../../store/find-record.js'

/**
 * The customer in a path, by id, key or e-mail address.
 *
 * @throws PollenError `customer_not_found`
 */
export async function existingCustomer(
  db: Kysely<Database>,
  program: ProgramRow,
  identifier: string,
): Promise<CustomerRow> {
  const customer = await findCustomer(db, program.program_id, anyIdentifier(identifier))
  if (!customer) throw new PollenError('customer_not_found')
  return customer
}
