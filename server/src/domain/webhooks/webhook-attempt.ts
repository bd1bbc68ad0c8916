/** One attempt to deliver a message, as the log keeps it. */
export interface WebhookAttempt {
  /** Milliseconds since the epoch. */
  at: number
  duration_ms: number
  /** `null` when there was no answer. */
  status_code: number | null
  /** What went wrong; `null` when it arrived. */
  error: string | null
}
