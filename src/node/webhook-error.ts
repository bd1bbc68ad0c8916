/** Why a webhook was refused. */
export type WebhookErrorReason =
  | 'missing_header'
  | 'malformed_header'
  | 'wrong_signature'
  | 'too_old'
  | 'too_new'
  | 'malformed_payload'

/** A webhook that must not be believed; answer it with 400. The message says what is wrong. */
export class WebhookError extends Error {
  override readonly name = 'WebhookError'

  constructor(
    readonly reason: WebhookErrorReason,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options)
  }
}
