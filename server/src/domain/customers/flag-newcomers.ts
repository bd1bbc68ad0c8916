import type { Kysely } from 'kysely'
import type { Database, ProgramRow } from '../../store/database.js'
import type { Referrer } from '../../store/referrers.js'
import { findKnownAddresses } from '../../store/sign-up-addresses.js'
import { type Flag, isSameMailbox } from './flags.js'
import type { SignUp } from './sign-up.js'

/** Somebody about to be recorded for the first time. */
export interface Newcomer {
  program: ProgramRow
  signUp: Pick<SignUp, 'addressHash'>
  referrer: Referrer | undefined
  row: { program_id: string; uid: string; email: string | null; referrer_uid: string | null }
}

/**
 * Finds the flags of new customers, as `flagCustomer` does for one, with one query for all.
 *
 * @returns For each: JSON, an array of `Flag`.
 */
export async function flagNewcomers(
  db: Kysely<Database>,
  newcomers: readonly Newcomer[],
): Promise<string[]> {
  const known = await findKnownAddresses(db, newcomers.flatMap(sightingOf))
  const seen = new Set<string>()
  return newcomers.map((newcomer) => {
    const { row, referrer } = newcomer
    const flags: Flag[] = []
    if (row.email && referrer?.email && isSameMailbox(row.email, referrer.email)) {
      flags.push('self_referral')
    }
    for (const { program_id, address_hash, referrer_uid } of sightingOf(newcomer)) {
      const sighting = `${program_id} ${address_hash} ${referrer_uid}`
      if (known.has(row.uid) || seen.has(sighting)) flags.push('same_address')
      seen.add(sighting)
    }
    return JSON.stringify(flags)
  })
}

function sightingOf({ row, signUp }: Newcomer) {
  const { program_id, uid: customer_uid, referrer_uid } = row
  const { addressHash: address_hash } = signUp
  if (address_hash === undefined || referrer_uid === null) return []
  return [{ program_id, address_hash, customer_uid, referrer_uid }]
}
