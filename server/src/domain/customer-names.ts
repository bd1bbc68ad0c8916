import { foldEmail } from './fold-email.js'
import type { SignUp } from './sign-up.js'

/** The names that a sign-up gives its customer. */
export interface CustomerNames {
  id: string
  key: string
  /** 0 while both are stand-ins, because the sign-up told nothing but an e-mail address. */
  is_named: 0 | 1
}

/**
 * Completes `id` and `key`, each by the other. Where neither is given, an affiliate customer goes by
 * the e-mail address. In a refer-a-friend program the key is public, it stands in the customer's
 * referral link, so an e-mail address never becomes one unless it was sent as `key`.
 *
 * @param randomKey Used where nothing given will do.
 */
export function customerNames(
  program: { type: string },
  { id, key, email }: SignUp,
  randomKey: string,
): CustomerNames {
  const isNamed = id !== undefined || (key !== undefined && !isSameEmail(key, email))
  const standIn = program.type === 'affiliate' ? (id ?? email) : notAnEmail(id)
  const completeKey = key ?? standIn ?? randomKey
  return { id: id ?? completeKey, key: completeKey, is_named: isNamed ? 1 : 0 }
}

const notAnEmail = (id: string | undefined) => (id?.includes('@') ? undefined : id)

const isSameEmail = (key: string, email: string | undefined) =>
  email !== undefined && foldEmail(key) === foldEmail(email)
