import { paymentMetadata } from '../node/payment-metadata.js'
import type { Referral } from '../node/referral.js'

/** Who referred this visitor: the key in an affiliate and in a refer-a-friend program. */
export type Referrers = Pick<Referral, 'partner' | 'referral'>

export interface CheckoutOptions {
  /**
   * The customer's key, where the site knows it already: the one that the sign-up was reported with.
   * It finds the referrer more surely than anything else.
   */
  customer?: string | undefined
}

/** What a payment carries of this visitor now; see `paymentMetadata`. */
export type Buyer = () => ReturnType<typeof paymentMetadata>

/**
 * @param referrers Asked each time, as a referral may still come.
 */
export const createBuyer =
  (referrers: () => Referrers, { customer }: CheckoutOptions = {}): Buyer =>
  () =>
    paymentMetadata({ customer, referral: referrers() })
