import type { PaymentProvider } from '../../../src/store/database.js'

/** What a provider sends, as a test needs it. */
export interface TestProvider {
  name: PaymentProvider
  /** What is given to the program to know the provider by. */
  secret: string
  /** A message as the provider would sign it, with `signingSecret` in place of its own. */
  sign(message: object, signingSecret?: string): { headers: Record<string, string>; body: string }
  /** Told once the payer is known to the provider, where the payment itself does not say who it is. */
  payer?(of: TestPayment): object
  payment(of: TestPayment): object
  /** @param refunded With tax, in the currency; of the payment that `of` is. */
  refund(of: TestPayment, refunded: number): object
}

export interface TestPayment {
  id: string
  /** The provider's id of the payer. */
  payer: string
  email: string
  /** With tax, in the currency. */
  total: number
  tax: number
  /** The promotion code that was used. */
  code?: string
  /** What the merchant attached. */
  attached?: Record<string, string>
}
