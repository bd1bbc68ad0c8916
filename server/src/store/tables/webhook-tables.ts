import type { Selectable } from 'kysely'

/** Who is told of changes, and what; for what all tables have in common see `Database`. */
export interface WebhookTables {
  webhook: WebhookTable
  webhook_delivery: WebhookDeliveryTable
}

interface WebhookTable {
  program_id: string
  uid: string
  key: string
  name: string
  url: string
  /** The secret that messages are signed with: 32 letters and digits. */
  signature: string
  /** JSON: an array of event names. */
  events: string
  is_active: 0 | 1
  /** Why we switched it off ourselves. */
  notice: string | null
  /** When it last took a message. */
  reached_at: number | null
  created_at: number
  updated_at: number
}

/** The outbox: one message to one webhook, kept after it was sent as a log. */
interface WebhookDeliveryTable {
  program_id: string
  /** Also what receivers know the message by. */
  uid: string
  webhook_uid: string
  event: string
  /** JSON: the record that the event is about, as it was then. */
  data: string
  status: 'pending' | 'delivered' | 'failed'
  /** JSON: an array of `WebhookAttempt`, the log. */
  attempts: string
  created_at: number
  /** Attempts since it was last sent anew, all of which failed. */
  failed_in_row: number
  /** The first of those. */
  first_attempt_at: number | null
  /** `null` when nothing is left to do; while it is being sent, when another process may try. */
  next_attempt_at: number | null
}

export type WebhookRow = Selectable<WebhookTable>
export type WebhookDeliveryRow = Selectable<WebhookDeliveryTable>
