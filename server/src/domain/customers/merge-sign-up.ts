import type { CustomerRow } from '../../store/database.js'
import { foldEmail } from '../people/fold-email.js'
import { isEmail } from '../people/is-email.js'
import { creditOf } from './credit-of.js'
import type { CustomerNames } from './customer-names.js'
import type { SignUp } from './sign-up.js'

/**
 * What a sign-up changes about a customer who stands already: nothing, as a rule. But
 *
 * - who was known by e-mail address only takes the names that the merchant uses, so that a later
 *   sale under those names finds the customer;
 * - what a back end says replaces what a browser said, and is never replaced by it;
 * - whom nobody was credited for is credited to the first real referrer; a credit once given stays.
 *
 * @param names What `customerNames` makes of `signUp`.
 * @param referrerUid The referrer that `signUp` names, if there is such a one.
 * @param now Milliseconds since the epoch.
 * @returns The columns that change; empty for none.
 */
export function mergeSignUp(
  customer: CustomerRow,
  signUp: SignUp,
  names: CustomerNames,
  referrerUid: string | undefined,
  now: number,
): Partial<CustomerRow> {
  const isHeard = signUp.source === 'api' || customer.source === 'browser'
  return {
    ...(isHeard && names.is_named && !customer.is_named && adoptedNames(customer, signUp, names)),
    ...(signUp.source === 'api' && customer.source === 'browser' && backEndWords(signUp)),
    ...(referrerUid &&
      !customer.referrer_uid &&
      referrerUid !== customer.uid &&
      creditOf(signUp, referrerUid, now)),
  }
}

/** A random key that stood in is kept where the sign-up brought none: links carry it by now. */
const adoptedNames = (
  customer: CustomerRow,
  { key }: SignUp,
  names: CustomerNames,
): Partial<CustomerRow> => ({
  id: names.id,
  is_named: 1,
  ...((key !== undefined || isEmail(customer.key)) && { key: names.key }),
})

const backEndWords = ({ email, name, surname, tags, metadata }: SignUp): Partial<CustomerRow> => ({
  source: 'api',
  ...(email !== undefined && { email, email_folded: foldEmail(email) }),
  ...(name !== undefined && { name }),
  ...(surname !== undefined && { surname }),
  ...(tags && { tags: JSON.stringify(tags) }),
  ...(metadata && { metadata: JSON.stringify(metadata) }),
})
