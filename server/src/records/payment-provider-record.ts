import { isoTime } from '../domain/time/iso-time.js'
import type { PaymentProviderRow } from '../store/database.js'

/** A connected payment provider; its secret is not shown again. */
export const paymentProviderRecord = (serverUrl: string, row: PaymentProviderRow) => ({
  provider: row.provider,
  webhook_url: `${serverUrl}/v1/integrations/${row.provider}/${row.program_id}/webhook`,
  created_at: isoTime(row.created_at),
  updated_at: isoTime(row.updated_at),
  last_event_at: row.last_event_at === null ? null : isoTime(row.last_event_at),
})
