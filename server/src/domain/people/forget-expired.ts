import type { Kysely } from 'kysely'
import { deleteClicksBefore } from '../../store/clicks.js'
import type { Database } from '../../store/database.js'
import { deleteSealedLeads } from '../../store/leads.js'
import { listPrograms } from '../../store/programs.js'
import { deleteOldDeliveries } from '../../store/webhook-deliveries.js'
import { DAY_MS } from '../time/day-ms.js'

/**
 * Deletes the records that every program keeps for as many days as it says. May run at any time and in
 * several processes at once.
 *
 * @param now Milliseconds since the epoch.
 */
export async function forgetExpired(db: Kysely<Database>, now: number): Promise<void> {
  for (const program of await listPrograms(db)) {
    const { program_id, lead_retention_days, click_retention_days, webhook_log_days } = program
    await deleteOldDeliveries(db, program_id, now - webhook_log_days * DAY_MS)
    if (lead_retention_days !== null) {
      await deleteSealedLeads(db, program_id, now - lead_retention_days * DAY_MS)
    }
    if (click_retention_days !== null) {
      await deleteClicksBefore(db, program_id, now - click_retention_days * DAY_MS)
    }
  }
}
