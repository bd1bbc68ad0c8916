/** What a payment provider tells in one message, in our words. */
export interface PaymentReport {
  /** The provider's own, by which a message that comes again is known. */
  id: string
  /** The provider's word for what happened: `invoice.paid`. */
  type: string
  /** Empty where the message is about nothing of ours. */
  changes: PaymentChange[]
}

export type PaymentChange =
  | ({ kind: 'payer' } & { payer: Payer })
  | ({ kind: 'payment' } & Payment)
  | ({ kind: 'refund' } & Refund)
  | { kind: 'same_payment'; references: [string, ...string[]] }

/** Who paid. */
export interface Payer {
  /** The provider's id of the person: `cus_…`. */
  reference?: string | undefined
  /** The merchant's own key of the customer, as the merchant attached it to the payment. */
  key?: string | undefined
  email?: string | undefined
  name?: string | undefined
  /** Key of the partner or referring customer, attached in the same way. */
  referrerKey?: string | undefined
  /** A key without a name, which may be either of the two; see `readCheckoutReference`. */
  checkoutReference?: string | undefined
}

export interface Payment {
  payer: Payer
  /** Every name of this payment that another message may use; the first becomes the sale's key. */
  references: [string, ...string[]]
  /** What was earned: without tax. */
  netMicros: bigint
  /** What was paid: with tax. It is what refunds are counted against. */
  totalMicros: bigint
  /** ISO 4217. */
  currency: string
  /** Promotion code that the payer used. */
  code?: string | undefined
  productId?: string | undefined
  productType?: string | undefined
  /** Milliseconds since the epoch. */
  paidAt: number | undefined
}

export interface Refund {
  /** Names of the payment that goes back. */
  references: [string, ...string[]]
  /** With tax; `undefined` for all of it. */
  refundedMicros: bigint | undefined
  /** Whether `refundedMicros` is all that went back so far, not this time alone. */
  isSumSoFar: boolean
}
