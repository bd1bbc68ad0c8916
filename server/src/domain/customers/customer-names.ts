import { isEmail } from '../people/is-email.js'
import type { SignUp } from './sign-up.js'

/** What a customer goes by. */
export interface CustomerNames {
  id: string
  key: string
  email: string | null
  /** 0 while `id` and `key` are stand-ins, because nothing but an e-mail address is known. */
  is_named: 0 | 1
}

/**
 * Completes what a sign-up calls its customer: `id` and `key` each by the other, and the e-mail address
 * by a key that is one. Where only an address is known, an affiliate customer goes by it. In a
 * refer-a-friend program the key is public, it stands in the customer's referral link, so there an
 * address becomes one only if it was sent as `key`.
 *
 * @param newKey Makes the key where nothing given will do.
 */
export function customerNames(
  program: { type: string },
  { id, key, email }: SignUp,
  newKey: () => string,
): CustomerNames {
  const address = email ?? (key && isEmail(key) ? key : undefined)
  const standIn = program.type === 'affiliate' ? (id ?? address) : notAnEmail(id)
  const completeKey = key ?? standIn ?? newKey()
  return {
    id: id ?? completeKey,
    key: completeKey,
    email: address ?? null,
    is_named: id !== undefined || (key !== undefined && key !== address) ? 1 : 0,
  }
}

const notAnEmail = (id: string | undefined) => (id && isEmail(id) ? undefined : id)
