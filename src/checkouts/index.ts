export type { CheckoutOptions, Referrers } from './buyer.js'
export { clientReference, readClientReference } from './client-reference.js'
export { connectPaddle } from './paddle.js'
export { connectStripe, type StripeOptions } from './stripe.js'
