import type { CustomerRow } from '../../store/database.js'
import type { SignUp } from './sign-up.js'

/** Who has the credit for a customer, and the evidence for it. */
export type Credit = Pick<
  CustomerRow,
  'referrer_uid' | 'credited_by' | 'credited_at' | 'referral_key' | 'session'
>

/**
 * The credit that a sign-up gives; none where it names nobody, and then nothing of the visit is kept.
 *
 * @param now Milliseconds since the epoch.
 */
export function creditOf(
  { source, referralKey, session }: SignUp,
  referrerUid: string | undefined,
  now: number,
): Credit {
  if (referrerUid === undefined) {
    return {
      referrer_uid: null,
      credited_by: null,
      credited_at: null,
      referral_key: null,
      session: null,
    }
  }
  const byBackEnd = referralKey === undefined ? 'name' : 'link'
  return {
    referrer_uid: referrerUid,
    credited_by: source === 'browser' ? 'click' : byBackEnd,
    credited_at: now,
    referral_key: referralKey ?? null,
    session: session ?? null,
  }
}
