import type { Kysely } from 'kysely'
import type { CustomerRow, Database, ProgramRow } from '../../store/database.js'
import { findReferrerByUid, type Referrer } from '../../store/referrers.js'
import { isKnownAddress } from '../../store/sign-up-addresses.js'
import { type Flag, isSameMailbox } from './flags.js'

/**
 * Finds the flags of a customer, in addition to those that stand.
 *
 * @param customer As it is about to be stored.
 * @param told.referrer Who is credited, where that is known already.
 * @param told.addressHash From where a browser signed up, just now.
 * @returns JSON: an array of `Flag`.
 */
export async function flagCustomer(
  db: Kysely<Database>,
  program: ProgramRow,
  customer: Pick<CustomerRow, 'uid' | 'email' | 'referrer_uid'> & { flags?: string },
  told: { referrer?: Referrer | undefined; addressHash?: string | undefined } = {},
): Promise<string> {
  const { uid, email, referrer_uid, flags = '[]' } = customer
  if (referrer_uid === null) return flags
  const found = new Set<Flag>(JSON.parse(flags))
  const isTold = told.referrer?.uid === referrer_uid
  const referrer = isTold ? told.referrer : await findReferrerByUid(db, program, referrer_uid)
  if (email && referrer?.email && isSameMailbox(email, referrer.email)) found.add('self_referral')
  const { addressHash: address_hash } = told
  if (address_hash) {
    const sighting = { ...program, address_hash, customer_uid: uid, referrer_uid }
    if (await isKnownAddress(db, sighting)) found.add('same_address')
  }
  return JSON.stringify([...found])
}
