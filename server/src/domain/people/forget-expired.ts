import type { Kysely } from 'kysely'
import { deleteClicksBefore } from '../../store/clicks.js'
import { deleteSaltsBefore, OF_ALL_PROGRAMS } from '../../store/daily-salts.js'
import type { Database } from '../../store/database.js'
import { deleteSealedLeads } from '../../store/leads.js'
import { listPrograms } from '../../store/programs.js'
import { deleteRateCounts } from '../../store/rate-counts.js'
import { deleteExpiredSessions } from '../../store/sessions.js'
import { deleteSignUpAddressesBefore } from '../../store/sign-up-addresses.js'
import { deleteOldDeliveries } from '../../store/webhook-deliveries.js'
import { DAY_MS } from '../time/day-ms.js'

/**
 * Deletes what was to be kept for a time only, in every program, and sessions that are over. May run at
 * any time and in several processes at once.
 *
 * @param now Milliseconds since the epoch.
 */
export async function forgetExpired(db: Kysely<Database>, now: number): Promise<void> {
  const today = Math.floor(now / DAY_MS)
  await deleteExpiredSessions(db, now)
  await deleteRateCounts(db, now)
  await deleteSaltsBefore(db, OF_ALL_PROGRAMS, today)
  for (const program of await listPrograms(db)) {
    const { program_id, lead_retention_days, click_retention_days, webhook_log_days } = program
    await deleteSaltsBefore(db, program_id, today)
    await deleteSignUpAddressesBefore(db, program_id, today * DAY_MS)
    await deleteOldDeliveries(db, program_id, now - webhook_log_days * DAY_MS)
    if (lead_retention_days !== null) {
      await deleteSealedLeads(db, program_id, now - lead_retention_days * DAY_MS)
    }
    if (click_retention_days !== null) {
      await deleteClicksBefore(db, program_id, now - click_retention_days * DAY_MS)
    }
  }
}
