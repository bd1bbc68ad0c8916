import type { Kysely } from 'kysely'
import { PollenError } from '../errors/pollen-error.js'
import type { Database, ProgramRow } from '../store/database.js'
import type { Referrer } from '../store/referrers.js'
import { recordSignUp } from './record-sign-up.js'
import type { SignUp } from './sign-up.js'
import { subscribe } from './subscribe.js'

/** Who signed up, customer or subscriber, and who is credited. */
export interface SignedUp {
  isNew: boolean
  key: string
  id: string
  referrerUid: string | null
}

/**
 * Records what a browser says: a subscriber in a newsletter program, else a customer.
 *
 * @param trx A database transaction.
 * @param now Milliseconds since the epoch.
 * @throws PollenError `invalid`
 */
export async function recordPublicSignUp(
  trx: Kysely<Database>,
  program: ProgramRow,
  data: Omit<SignUp, 'source'>,
  referrer: Referrer | undefined,
  now: number,
): Promise<SignedUp> {
  if (program.type !== 'newsletter') {
    // No more than these: a stranger may have sent anything beside them.
    const { id, key, email, name, surname, addressHash } = data
    const signUp = { id, key, email, name, surname, addressHash, source: 'browser' } as const
    const { isNew, customer } = await recordSignUp(trx, program, signUp, referrer, now)
    return { isNew, key: customer.key, id: customer.id, referrerUid: customer.referrer_uid }
  }
  const { email, name } = data
  if (email === undefined) {
    throw new PollenError('invalid', { 'data.email': ['The data.email is required.'] })
  }
  const { isNew, subscriber } = await subscribe(trx, program, { email, name }, referrer?.uid, now)
  return { isNew, key: subscriber.key, id: subscriber.id, referrerUid: subscriber.referrer_uid }
}
