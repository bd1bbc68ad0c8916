import type { Kysely } from 'kysely'
import type { Static } from 'typebox'
import type { SalesFilter } from '../../schemas/transactions.js'
import type { Database, ProgramRow } from '../../store/database.js'
import { findCustomer } from '../../store/statements/find-record.js'
import type { TransactionFilters } from '../../store/transactions.js'
import { partnerFilter } from './partner-filter.js'

/** Which transactions a list is to be about; of somebody who is not there, none. */
export async function transactionFilters(
  db: Kysely<Database>,
  program: ProgramRow,
  query: Static<typeof SalesFilter>,
): Promise<TransactionFilters> {
  const customerKey = query['customer.key'] ?? query.customer?.key
  const customer =
    customerKey === undefined
      ? undefined
      : await findCustomer(db, program.program_id, { key: customerKey })
  return {
    key: query.key,
    referrerUid: await partnerFilter(db, program, query),
    customerUid: customerKey === undefined ? undefined : (customer?.uid ?? ''),
  }
}
