/** An amount that cannot be; the message says what would be right: `must be a number, such as 9.99`. */
export class AmountError extends Error {
  override name = 'AmountError'
}
