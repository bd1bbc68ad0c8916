import type { Kysely } from 'kysely'
import type { Database, SignUpAddressRow } from './database.js'
import { insertMissing } from './statements/insert-missing.js'
import { jsonRows } from './statements/json-rows.js'

/** Notes from where people signed up; once, however often it is said. */
export async function insertSignUpAddresses(
  db: Kysely<Database>,
  rows: readonly SignUpAddressRow[],
): Promise<void> {
  await insertMissing(db, 'sign_up_address', rows, ['customer_uid'])
}

/** A customer, and the address and referrer to compare with those of others. */
type Sighting = Omit<SignUpAddressRow, 'created_at'>

/** `isKnownAddress` of many: the `customer_uid` of those to whom it applies. */
export async function findKnownAddresses(
  db: Kysely<Database>,
  sightings: readonly Sighting[],
): Promise<Set<string>> {
  if (sightings.length === 0) return new Set()
  const known = await db
    .selectFrom(jsonRows(db, 'sign_up_address', sightings).as('wanted'))
    .select('wanted.customer_uid')
    // One is enough: thousands may have signed up behind one address. PostgreSQL would make a join of
    // `exists`, which compares each of them with each of these.
    .where(
      ({ selectFrom }) =>
        selectFrom('sign_up_address as known')
          .select('known.customer_uid')
          .whereRef('known.program_id', '=', 'wanted.program_id')
          .whereRef('known.address_hash', '=', 'wanted.address_hash')
          .whereRef('known.customer_uid', '!=', 'wanted.customer_uid')
          .where((where) =>
            where.or([
              where('known.referrer_uid', '=', where.ref('wanted.referrer_uid')),
              where('known.customer_uid', '=', where.ref('wanted.referrer_uid')),
            ]),
          )
          .limit(1),
      'is not',
      null,
    )
    .execute()
  return new Set(known.map(({ customer_uid }) => customer_uid))
}

/** Whether the referrer, or somebody else they referred, signed up from there on the same day. */
export async function isKnownAddress(
  db: Kysely<Database>,
  { program_id, address_hash, customer_uid, referrer_uid }: Sighting,
): Promise<boolean> {
  const known = await db
    .selectFrom('sign_up_address')
    .select('customer_uid')
    .where('program_id', '=', program_id)
    .where('address_hash', '=', address_hash)
    .where('customer_uid', '!=', customer_uid)
    .where((where) =>
      where.or([
        where('referrer_uid', '=', referrer_uid),
        where('customer_uid', '=', referrer_uid),
      ]),
    )
    .limit(1)
    .executeTakeFirst()
  return known !== undefined
}

/** Forgets what was noted before this time, in milliseconds since the epoch. */
export async function deleteSignUpAddressesBefore(
  db: Kysely<Database>,
  programId: string,
  time: number,
): Promise<void> {
  await db
    .deleteFrom('sign_up_address')
    .where('program_id', '=', programId)
    .where('created_at', '<', time)
    .execute()
}
