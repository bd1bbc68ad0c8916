import type { Kysely } from 'kysely'
import { foldEmail } from '../../domain/people/fold-email.js'
import { isEmail } from '../../domain/people/is-email.js'
import type { CustomerRow, Database, PartnerRow } from '../database.js'

/** How the outside names a partner or a customer; what is given is tried in this order. */
export interface Identifier {
  id?: string | undefined
  key?: string | undefined
  email?: string | undefined
}

/** For a path such as `/customers/{x}`, where `x` may be any of the three. */
export const anyIdentifier = (value: string): Identifier => ({
  id: value,
  key: value,
  email: value,
})

/** By id, else by any key of the partner's referral links, else by e-mail address. */
export async function findPartner(
  db: Kysely<Database>,
  programId: string,
  { id, key, email }: Identifier,
): Promise<PartnerRow | undefined> {
  const partners = db
    .selectFrom('partner')
    .selectAll()
    .where('program_id', '=', programId)
    .where('status', '!=', 'deleted')
  return (
    (id && (await partners.where('id', '=', id).executeTakeFirst())) ||
    (key &&
      (await partners.where('uid', '=', ownerOfKey(db, programId, key)).executeTakeFirst())) ||
    (email && (await partners.where('email_folded', '=', foldEmail(email)).executeTakeFirst())) ||
    undefined
  )
}

/**
 * By id, else by its key or any key of its referral links, else by e-mail address; a key may be the
 * address that the customer went by before the merchant gave it a name.
 */
export async function findCustomer(
  db: Kysely<Database>,
  programId: string,
  { id, key, email }: Identifier,
): Promise<CustomerRow | undefined> {
  const address = email ?? (key && isEmail(key) ? key : undefined)
  const customers = db
    .selectFrom('customer')
    .selectAll()
    .where('program_id', '=', programId)
    .where('status', '!=', 'deleted')
  return (
    (id && (await customers.where('id', '=', id).executeTakeFirst())) ||
    (key && (await customers.where('key', '=', key).executeTakeFirst())) ||
    (key &&
      (await customers.where('uid', '=', ownerOfKey(db, programId, key)).executeTakeFirst())) ||
    (address &&
      (await customers.where('email_folded', '=', foldEmail(address)).executeTakeFirst())) ||
    undefined
  )
}

const ownerOfKey = (db: Kysely<Database>, programId: string, key: string) =>
  db
    .selectFrom('referral_link')
    .select('owner_uid')
    .where('program_id', '=', programId)
    .where('key', '=', key)
