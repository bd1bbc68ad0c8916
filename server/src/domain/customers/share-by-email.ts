import type { Kysely } from 'kysely'
import type { Database, ProgramRow } from '../../store/database.js'
import { inTransaction } from '../../store/in-transaction.js'
import { insertReferralLink } from '../../store/referral-links.js'
import { findReferrersByLink } from '../../store/referrers-by-link.js'
import { widgetSecret } from '../api-keys/widget-secret.js'
import { publicReferralKey } from '../api-keys/widget-token.js'
import { foldEmail } from '../people/fold-email.js'
import { recordSignUp } from './record-sign-ups.js'

/** Who wants to refer others, as a page that anybody can read tells it. */
export interface Sharer {
  email: string
  /** Of the link that they came by themselves; one that is nobody's credits nobody. */
  key?: string | undefined
  /** See `visitorHashes`. */
  addressHash: string | undefined
}

/**
 * Gives whoever has this e-mail address a link to refer others by, a customer or not. Whoever sends
 * somebody else's address gets a link that credits somebody else, and learns nothing of them.
 *
 * @param now Milliseconds since the epoch.
 * @returns The link's key: for an address always the same.
 */
export async function shareByEmail(
  db: Kysely<Database>,
  program: ProgramRow,
  { email, key, addressHash }: Sharer,
  now: number,
): Promise<string> {
  const { program_id } = program
  const secret = await widgetSecret(db, program)
  const linkKey = publicReferralKey(secret, program_id, foldEmail(email))
  await inTransaction(db, async (trx) => {
    const [referrer] = await findReferrersByLink(trx, [{ program, key }])
    const signUp = { email, addressHash, source: 'browser' } as const
    const { customer } = await recordSignUp(trx, program, signUp, referrer, now)
    const link = { program_id, key: linkKey, owner_uid: customer.uid, created_at: now }
    await insertReferralLink(trx, link)
  })
  return linkKey
}
