import type { Kysely } from 'kysely'
import type { CustomerRow, Database } from './database.js'
import { findCustomer, type Identifier } from './statements/find-record.js'
import { isAmong } from './statements/is-among.js'

/**
 * `findCustomer` of many: those whom their id or key names are found together, and only the others are
 * looked for one by one.
 *
 * @returns One for each, `undefined` where there is none.
 */
export async function findCustomers(
  db: Kysely<Database>,
  programId: string,
  named: readonly Identifier[],
): Promise<(CustomerRow | undefined)[]> {
  const byId = await customersBy(
    db,
    programId,
    'id',
    named.map(({ id }) => id),
  )
  const byKey = await customersBy(
    db,
    programId,
    'key',
    named.map(({ id, key }) => (id ? undefined : key)),
  )
  const found: (CustomerRow | undefined)[] = []
  for (const identifier of named) {
    const { id, key } = identifier
    const customer = id ? byId.get(id) : byKey.get(key ?? '')
    found.push(customer ?? (await findCustomer(db, programId, identifier)))
  }
  return found
}

async function customersBy(
  db: Kysely<Database>,
  programId: string,
  column: 'id' | 'key',
  values: readonly (string | undefined)[],
): Promise<Map<string, CustomerRow>> {
  const wanted = [...new Set(values.flatMap((value) => value || []))]
  if (wanted.length === 0) return new Map()
  const rows = await db
    .selectFrom('customer')
    .selectAll()
    .where('program_id', '=', programId)
    .where('status', '!=', 'deleted')
    .where(isAmong(db, column, wanted))
    .execute()
  return new Map(rows.map((row) => [row[column], row]))
}
