import type { Buyer } from './buyer.js'

/** What a page gives to `Paddle.Checkout.open`; Billing has `customData`, Classic `passthrough`. */
export interface PaddleCheckout {
  customData?: unknown
  passthrough?: unknown
  /** A transaction that the site's back end has made, with its own custom data. */
  transactionId?: unknown
  [option: string]: unknown
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What the site says wins. A text may mean anything, so nothing is put into it. */
const merged = (theirs: unknown, ours: object): unknown => {
  if (theirs === undefined || theirs === null || theirs === '') return ours
  return isRecord(theirs) ? { ...ours, ...theirs } : theirs
}

/**
 * Completes the options of a checkout with who referred the buyer.
 *
 * @param isBilling Whether this is Paddle Billing; else Paddle Classic, whose data is a text.
 * @returns Other options; the given ones are left as they are.
 */
export function paddleCheckout(
  options: PaddleCheckout,
  metadata: ReturnType<Buyer>,
  isBilling: boolean,
): PaddleCheckout {
  if (Object.keys(metadata).length === 0) return options
  if (isBilling) {
    if (options.transactionId) return options
    return { ...options, customData: merged(options.customData, metadata) }
  }
  const passthrough = merged(options.passthrough, metadata)
  return {
    ...options,
    passthrough: isRecord(passthrough) ? JSON.stringify(passthrough) : passthrough,
  }
}
