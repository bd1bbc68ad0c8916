import type { Kysely } from 'kysely'
import type { Database, SignUpAddressRow } from './database.js'

/** Notes from where somebody signed up; once, however often it is said. */
export async function insertSignUpAddress(
  db: Kysely<Database>,
  row: SignUpAddressRow,
): Promise<void> {
  await db
    .insertInto('sign_up_address')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Whether the referrer, or somebody else they referred, signed up from there on the same day. */
export async function isKnownAddress(
  db: Kysely<Database>,
  { program_id, address_hash, customer_uid, referrer_uid }: Omit<SignUpAddressRow, 'created_at'>,
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
