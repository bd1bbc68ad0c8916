import type { Kysely } from 'kysely'
import { PollenError } from '../../errors/pollen-error.js'
import type { CustomerRow, Database, ProgramRow } from '../../store/database.js'
import { anyIdentifier, findCustomer, type Identifier } from '../../store/statements/find-record.js'

/**
 * @param identifier A text stands in a path and may be any of id, key and e-mail address.
 * @throws PollenError `customer_not_found`
 */
export async function existingCustomer(
  db: Kysely<Database>,
  program: ProgramRow,
  identifier: string | Identifier,
): Promise<CustomerRow> {
  const names = typeof identifier === 'string' ? anyIdentifier(identifier) : identifier
  const customer = await findCustomer(db, program.program_id, names)
  if (!customer) throw new PollenError('customer_not_found')
  return customer
}
