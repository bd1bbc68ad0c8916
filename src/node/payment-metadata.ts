import type { Referral } from './referral.js'

/**
 * What a payment should carry so that the sale can be credited from the payment alone: `metadata` of a
 * Stripe checkout session, subscription or payment intent, `custom_data` of a Paddle transaction.
 *
 * @param customer The key that the customer signed up with; the surest way to find who referred them.
 * @param referral Of the request that starts the checkout, for customers who never sign up.
 * @returns Names and texts within Stripe's limits (40 and 500 characters); spread it beside your own.
 */
export function paymentMetadata({
  customer,
  referral = {},
}: {
  customer?: string | undefined
  referral?: Referral | undefined
}): { customer_key?: string; partner_key?: string } {
  const referrer = referral.partner ?? referral.referral
  return {
    ...(customer !== undefined && { customer_key: customer }),
    ...(referrer !== undefined && { partner_key: referrer }),
  }
}
