/**
 * Why a merchant may want to look at who is credited for a customer. A flag changes nothing by itself.
 *
 * - `self_referral`: the customer has the referrer's own e-mail address.
 * - `same_address`: the referrer, or somebody else they referred, signed up from the same network
 *   address on the same day. Families and offices do, too.
 */
export type Flag = 'self_referral' | 'same_address'

/** Whether two addresses are one mailbox: case and what follows a `+` (RFC 5233) do not matter. */
export const isSameMailbox = (one: string, other: string): boolean =>
  mailbox(one) === mailbox(other)

const mailbox = (email: string): string => email.toLowerCase().replace(/\+[^@]*@/, '@')
