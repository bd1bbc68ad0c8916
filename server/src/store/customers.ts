import type { Kysely, Updateable } from 'kysely'
import type { CustomerRow, Database, NewCustomerRow } from './database.js'

/** @returns `undefined` when its id, key or e-mail address belongs to a customer already. */
export function insertCustomer(
  db: Kysely<Database>,
  customer: NewCustomerRow,
): Promise<CustomerRow | undefined> {
  return db
    .insertInto('customer')
    .values(customer)
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .executeTakeFirst()
}

export function updateCustomer(
  db: Kysely<Database>,
  customer: CustomerRow,
  changes: Updateable<Database['customer']>,
): Promise<CustomerRow> {
  return db
    .updateTable('customer')
    .set(changes)
    .where('program_id', '=', customer.program_id)
    .where('uid', '=', customer.uid)
    .returningAll()
    .executeTakeFirstOrThrow()
}
