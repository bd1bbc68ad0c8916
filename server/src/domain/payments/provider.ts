import type { IncomingHttpHeaders } from 'node:http'
import type { PaymentReport } from './payment-report.js'

/** How a payment provider's messages are known to be its own, and what they say. */
export interface Provider {
  /** Whether who sent the message knows `secret`. */
  verify(message: ProviderMessage, secret: string): boolean | Promise<boolean>
  /**
   * @param body Of a message that was verified.
   * @throws SyntaxError when it cannot be read.
   */
  read(body: string): PaymentReport
}

export interface ProviderMessage {
  headers: IncomingHttpHeaders
  /** Byte for byte as it came. */
  body: string
  /** Milliseconds since the epoch. */
  now: number
}
